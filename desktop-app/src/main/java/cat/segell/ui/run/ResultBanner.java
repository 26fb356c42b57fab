// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.batch.DocumentResult;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;
import cat.segell.ui.documents.DocumentsModel;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a batch ended, in two sentences. Green only when nothing at all is missing. */
public final class ResultBanner {

    private final BatchModel batch;
    private final DocumentsModel documents;
    private final Look look;

    public ResultBanner(BatchModel batch, DocumentsModel documents, Look look) {
        this.batch = batch;
        this.documents = documents;
        this.look = look;
    }

    public Node node() {
        List<DocumentRow> rows = documents.rows();
        int signed = documents.count(DocumentState.Signed.class);
        boolean complete =
                rows.stream().allMatch(row -> ResultFilter.COMPLETE.shows(row) || ResultFilter.LEFT_ALONE.shows(row));
        Tone tone = batch.practice() && complete ? Tone.PRACTICE : complete ? Tone.GOOD : Tone.CARE;
        FontIcon icon = look.icon(complete ? "mdoal-check_circle" : "mdomz-rule", 36);
        icon.getStyleClass().add("banner-icon");
        VBox words =
                new VBox(look.px(2), look.label(title(signed, rows.size()), "page-title"), look.label(sentence(rows)));
        words.setId("result");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(icon, words);
        banner.getStyleClass().addAll("banner", tone.style());
        banner.setMinHeight(Region.USE_PREF_SIZE);
        return banner;
    }

    private String title(int signed, int total) {
        return signed == total
                ? look.texts().text("result.all", "count", total)
                : look.texts().text("result.some", "count", signed, "total", total);
    }

    private String sentence(List<DocumentRow> rows) {
        List<String> parts = new ArrayList<>();
        add(
                parts,
                "result.no-timestamp",
                rows.stream()
                        .filter(row -> lacks(row, DocumentResult.Signed::pending))
                        .count());
        add(
                parts,
                "result.no-receipt",
                rows.stream()
                        .filter(row -> lacks(row, DocumentResult.Signed::notRecorded))
                        .count());
        add(parts, "result.stopped", rows.stream().filter(ResultBanner::stopped).count());
        add(
                parts,
                "result.failed",
                rows.stream().filter(ResultFilter.FAILED::shows).count());
        add(parts, "result.skipped", documents.count(DocumentState.Skipped.class));
        if (batch.practice()) {
            parts.add(look.texts().text("result.practice"));
        }
        parts.add(look.texts().text("result.originals"));
        return String.join(" ", parts);
    }

    private void add(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(look.texts().text(key, "count", count));
        }
    }

    private static boolean lacks(DocumentRow row, Function<DocumentResult.Signed, Optional<?>> what) {
        return row.state().get() instanceof DocumentState.Signed signed
                && what.apply(signed.result()).isPresent();
    }

    private static boolean stopped(DocumentRow row) {
        return row.state().get() instanceof DocumentState.Failed failed && failed.stopped();
    }
}
