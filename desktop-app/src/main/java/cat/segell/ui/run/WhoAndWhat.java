// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.app.keys.PinUseWords;
import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.problem.ProblemText;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentWords;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import cat.segell.ui.parts.FileName;
import cat.segell.ui.signer.SignerWords;
import cat.segell.ui.signer.TokenWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which certificate is about to sign which documents. */
public final class WhoAndWhat {

    /** More names than these would push the PIN out of the window. */
    private static final int NAMES = 8;

    private static final double ROW = 26;

    /** Both edges of a list. */
    private static final double EDGE = 2;

    private final BatchModel batch;
    private final TokenWords tokens;
    private final Look look;

    public WhoAndWhat(BatchModel batch, TokenWords tokens, Look look) {
        this.batch = batch;
        this.tokens = tokens;
        this.look = look;
    }

    /** @param use how often the token wants its PIN for all this */
    Node node(Token token, PinUse use) {
        VBox box = new VBox(who(token), what());
        fields().ifPresent(box.getChildren()::add);
        said(token, use).ifPresent(box.getChildren()::add);
        unchecked().ifPresent(box.getChildren()::add);
        box.getStyleClass().add("who-and-what");
        return box;
    }

    /** Who sees that it is another's can still leave it. */
    private Optional<Label> fields() {
        List<String> fields = batch.fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String words = fields.size() == 1
                ? look.texts().text("pin.field", "field", new DocumentWords(look).quoted(fields.getFirst()))
                : look.texts().text("pin.fields", "count", fields.size());
        Label label = look.label(words, "fact");
        label.setId("pin-field");
        label.setGraphic(look.icon("mdoal-info", 18));
        return Optional.of(label);
    }

    private Optional<Label> said(Token token, PinUse use) {
        return new PinUseWords(look.texts())
                .of(use, token.keypad(), batch.rows().size())
                .map(words -> {
                    Label label = look.label(words, "fact");
                    label.setId("pin-use");
                    label.setGraphic(look.icon("mdoal-info", 18));
                    return label;
                });
    }

    /** Who would rather not sign then can still leave it. */
    private Optional<Label> unchecked() {
        return batch.unchecked().map(why -> {
            ProblemText words = ProblemText.of(why, look.texts().language());
            Label label = look.label(words.title() + " (" + words.code() + ")", "fact", "warning-text");
            label.setId("pin-unchecked");
            label.setGraphic(look.icon("mdomz-warning", 18));
            label.getGraphic().getStyleClass().add("warning-text");
            return label;
        });
    }

    private Node who(Token token) {
        FontIcon icon = look.icon("mdoal-assignment_ind", 24);
        icon.getStyleClass().add("who-icon");
        VBox lines = new VBox(look.px(1));
        HBox.setHgrow(lines, Priority.ALWAYS);
        batch.signer().ifPresent(signer -> {
            lines.getChildren().add(look.foreign(signer.facts().holder(), "section"));
            List<String> roles = Stream.concat(
                            signer.facts().position().stream(),
                            signer.facts().organisation().map(SignerWords::tied).stream())
                    .toList();
            if (!roles.isEmpty()) {
                lines.getChildren().add(look.foreign(String.join(", ", roles), "fact", "second"));
            }
        });
        if (batch.practice()) {
            return new HBox(
                    icon, lines, new Marker(Tone.PRACTICE, "", look.texts().text("chip.practice")).tag(look));
        }
        Label where = look.label(tokens.of(token), "caption");
        where.setId("token");
        lines.getChildren().add(where);
        return new HBox(icon, lines);
    }

    private Node what() {
        List<DocumentRow> rows = batch.rows();
        Label count = look.label(look.texts().text("documents", "count", rows.size()), "medium");
        VBox names = new VBox(look.px(1), count, name(summary(rows)));
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox line = new HBox(look.icon("mdoal-description", 24), names);
        line.getStyleClass().add("what");
        if (rows.size() > 1) {
            Button list = look.button("pin-list", look.texts().text("pin.list"), "link");
            list.setGraphic(look.icon("mdoal-expand_more", 18));
            list.setOnAction(_ -> {
                names.getChildren().setAll(count, names(rows));
                line.getChildren().remove(list);
            });
            line.getChildren().add(list);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** All of them, some in sight at once. */
    private Node names(List<DocumentRow> rows) {
        ListView<String> names = new ListView<>();
        names.setId("pin-documents");
        names.setAccessibleText(look.texts().text("documents.list"));
        names.getItems().setAll(rows.stream().map(DocumentRow::name).toList());
        names.setCellFactory(_ -> new NameCell(look));
        names.setFixedCellSize(look.px(ROW));
        names.setPrefHeight(look.px(ROW) * Math.min(rows.size(), NAMES) + EDGE);
        names.setMinHeight(look.px(ROW) + EDGE);
        return names;
    }

    private static final class NameCell extends ListCell<String> {

        private final FileName name = new FileName("fact", "second");

        NameCell(Look look) {
            setPadding(new Insets(0, look.px(8), 0, look.px(8)));
            // As wide as the list: the name is shortened, not the list moved.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (item != null) {
                name.set(item);
            }
            setGraphic(item == null || empty ? null : name);
        }
    }

    private String summary(List<DocumentRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String first = rows.getFirst().name();
        return rows.size() == 1
                ? first
                : look.texts().text("pin.and-more", Map.of("count", rows.size() - 1, "name", first));
    }

    private Label name(String words) {
        FileName name = new FileName("fact", "second");
        name.set(words);
        return name;
    }
}
