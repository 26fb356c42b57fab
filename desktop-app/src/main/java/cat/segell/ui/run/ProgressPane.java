// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.app.keys.PinUseWords;
import cat.segell.credential.PinUse;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.run.BatchModel.Phase;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is being signed, how much is done, how long it will take, and the way to stop. */
public final class ProgressPane {

    private final BatchModel batch;
    private final Look look;
    private final Label sentence;
    private final Label left;
    private final Label pinUse;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop;
    private final StackPane foot = new StackPane();
    private final VBox node;

    public ProgressPane(BatchModel batch, Look look, Frame frame, Bag bag) {
        this.batch = batch;
        this.look = look;
        this.sentence = look.label("", "page-title");
        sentence.setId("progress-sentence");
        this.left = new Label();
        left.getStyleClass().add("second");
        left.setMinWidth(Region.USE_PREF_SIZE);
        this.pinUse = look.label("", "fact");
        pinUse.setId("progress-pin-use");
        pinUse.setGraphic(look.icon("mdoal-info", 18));
        pinUse.visibleProperty().bind(pinUse.textProperty().isNotEmpty());
        pinUse.managedProperty().bind(pinUse.visibleProperty());
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        this.stop = look.button("stop", look.texts().text("stop"));
        stop.setGraphic(look.icon("mdomz-stop_circle", 18));
        stop.setOnAction(_ -> batch.stopAfterThisDocument());
        node = new VBox(look.px(10), head(), pinUse, bar, foot);
        node.getStyleClass().add("card");
        bag.on(frame.compact(), compact -> foot.getChildren().setAll(foot(compact)));
        bag.on(batch.ended(), _ -> show());
        bag.on(batch.phase(), _ -> show());
        bag.on(batch.stopping(), stopping -> {
            stop.setText(look.texts().text(stopping ? "stop.soon" : "stop"));
            stop.setDisable(stopping);
        });
    }

    public Node node() {
        return node;
    }

    private Node head() {
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(look.px(12), sentence, left);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private Node foot(boolean compact) {
        boolean file = batch.signer().filter(SignerOption::inKeyFile).isPresent();
        Label words = look.label(look.texts().text(file ? "progress.words.file" : "progress.words"), "second");
        if (compact) {
            return new VBox(look.px(8), words, stop);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(look.px(12), words, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show() {
        int total = batch.rows().size();
        int ended = batch.ended().get();
        bar.setProgress(total == 0 ? 0 : (double) ended / total);
        sentence.setText(
                batch.phase().get() == Phase.RECORDING
                        ? look.texts().text("progress.recording")
                        : look.texts().text("progress", "number", Math.min(ended + 1, total), "count", total));
        pinUse.setText(pinUse().orElse(""));
        left.setText(batch.timeLeft().map(this::timeLeft).orElse(""));
    }

    /** Some drivers tell it only with the login. */
    private Optional<String> pinUse() {
        boolean known = batch.pinUse() != PinUse.UNKNOWN && batch.pinUse() != PinUse.UNKNOWN_ONE_ENTRY;
        return batch.signer()
                .filter(_ -> known)
                .map(signer -> signer.credential().token())
                .flatMap(token -> new PinUseWords(look.texts())
                        .of(batch.pinUse(), token.keypad(), batch.rows().size()));
    }

    private String timeLeft(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return seconds < 90
                ? look.texts().text("progress.seconds", "count", seconds)
                : look.texts().text("progress.minutes", "count", Math.round(seconds / 60.0));
    }
}
