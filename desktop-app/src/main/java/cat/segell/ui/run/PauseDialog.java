// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.run.PauseModel.Waiting;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Says what a batch waits for, over its progress, and asks whether it goes on. Esc ends nothing by itself: it leads to what does. */
public final class PauseDialog {

    private static final double WIDTH = 600;

    private final BatchModel batch;
    private final Look look;
    private final Frame frame;
    private final Label done;
    private Optional<Dialog> shown = Optional.empty();

    public PauseDialog(BatchModel batch, Look look, Frame frame) {
        this.batch = batch;
        this.look = look;
        this.frame = frame;
        this.done = look.label("", "second");
        done.setId("pause-done");
    }

    public void listen(Bag bag) {
        // What the key signed before comes to its end meanwhile.
        bag.on(batch.ended(), _ -> count());
        bag.on(batch.pause().waiting(), waiting -> waiting.ifPresentOrElse(this::show, this::close));
    }

    private void count() {
        done.setText(look.texts()
                .text(
                        "result.some",
                        Map.of("count", batch.signed(), "total", batch.rows().size())));
    }

    private void show(Waiting waiting) {
        count();
        String title = look.texts().text("pause.title");
        Button end = look.button("pause-end", look.texts().text("pause.end"));
        end.setOnAction(_ -> batch.pause().end());
        Button go = look.button("pause-go", look.texts().text("pause.go"), "main");
        go.setDefaultButton(true);
        go.setOnAction(_ -> batch.pause().goOn());
        String problem = ProblemText.of(waiting.why(), look.language()).title();
        Dialog dialog = new Dialog(
                String.join(". ", title, done.getText(), problem),
                look.px(WIDTH),
                look.label(title, "page-title"),
                done,
                new ProblemPanel(waiting.why(), frame).care(),
                look.label(look.texts().text("pause.words")));
        shown = Optional.of(dialog);
        frame.overlay().show(dialog.pin(DialogButtons.of(look, end, go)), go, end::requestFocus);
    }

    private void close() {
        shown.ifPresent(frame.overlay()::close);
        shown = Optional.empty();
    }
}
