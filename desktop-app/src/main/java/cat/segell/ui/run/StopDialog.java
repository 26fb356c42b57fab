// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.Overlay;
import cat.segell.ui.run.BatchModel.Phase;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Esc in a batch: asks before it stops, and goes away when there is nothing left to stop. */
public final class StopDialog {

    private static final double WIDTH = 500;

    private final BatchModel batch;
    private final Look look;
    private final Overlay overlay;
    private Optional<Dialog> asking = Optional.empty();

    public StopDialog(BatchModel batch, Look look, Overlay overlay) {
        this.batch = batch;
        this.look = look;
        this.overlay = overlay;
    }

    public void ask() {
        String title = look.texts().text("stop.title");
        Button go = look.button("stop-not", look.texts().text("stop.not"));
        go.setOnAction(_ -> close());
        Button stop = look.button("stop-yes", look.texts().text("stop"), "main");
        stop.setDefaultButton(true);
        stop.setOnAction(_ -> {
            batch.stopAfterThisDocument();
            close();
        });
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), go, stop);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Dialog dialog = new Dialog(
                title,
                look.px(WIDTH),
                look.label(title, "page-title"),
                look.label(look.texts().text("stop.words")));
        asking = Optional.of(dialog);
        overlay.show(dialog.pin(buttons), stop, this::close);
    }

    public void phase(Phase phase) {
        if (phase != Phase.SIGNING) {
            close();
        }
    }

    private void close() {
        // Another question may stand in its place.
        asking.ifPresent(overlay::close);
        asking = Optional.empty();
    }
}
