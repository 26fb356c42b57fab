// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.ui.desk.SignerList;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.Overlay;
import cat.segell.ui.parts.Scrolling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which of several certificates signs; none is chosen beforehand where organisations differ. */
public final class ChooserDialog {

    private static final double WIDTH = 600;

    /** Of the list: room for one certificate and the beginning of the next. */
    private static final double LEAST = 110;

    private final TokenWords tokens;
    private final SignersModel signers;
    private final Look look;
    private final Overlay overlay;
    private final Elsewhere elsewhere;

    /** What else a person may want who looks at certificates. */
    public interface Elsewhere {
        void openKeyFile();

        void addDriver();

        void showCard(SignerOption signer);
    }

    public ChooserDialog(SignersModel signers, TokenWords tokens, Look look, Overlay overlay, Elsewhere elsewhere) {
        this.signers = signers;
        this.tokens = tokens;
        this.look = look;
        this.overlay = overlay;
        this.elsewhere = elsewhere;
    }

    public void show() {
        SignerList found = signers.found().get();
        CertificateLines lines = new CertificateLines(look, tokens, found.onlyHolder(), Instant.now());
        ChoiceCards cards = new ChoiceCards(look, lines, signers.chosen().get());
        String title = title(found);
        Dialog dialog = new Dialog(title, look.px(WIDTH), look.label(title, "page-title"));
        intro(found).ifPresent(words -> dialog.add(look.foreign(words, "second")));
        dialog.add(
                scrolling(choices(found, cards)),
                new FlowPane(look.px(8), look.px(4), keyFile(), driver(), card(cards)));
        Button close = look.button("chooser-cancel", look.texts().text("cancel"));
        close.setOnAction(_ -> overlay.close());
        boolean choosable = !found.fit().isEmpty() || !found.practices().isEmpty();
        dialog.pin(choosable ? buttons(cards, close) : closing(close));
        overlay.show(dialog, cards.start().orElse(close), overlay::close);
    }

    private Node keyFile() {
        return leading("open-key-file", "key-file.open", "mdomz-vpn_key", elsewhere::openKeyFile);
    }

    /** For a card whose certificates aren't among these. */
    private Node driver() {
        return leading("add-driver", "driver.add", "mdoal-add", elsewhere::addDriver);
    }

    private Button leading(String id, String words, String icon, Runnable where) {
        Button button = look.button(id, look.texts().text(words), "link");
        button.setGraphic(look.icon(icon, 18));
        button.setOnAction(_ -> {
            overlay.close();
            where.run();
        });
        return button;
    }

    /** Of the one that is chosen, where that one is on a card. */
    private Node card(ChoiceCards cards) {
        Button open = look.button("chooser-card", look.texts().text("card.open"), "link");
        open.setGraphic(look.icon("mdoal-dialpad", 18));
        open.managedProperty().bind(open.visibleProperty());
        cards.chosen()
                .subscribe(chosen ->
                        open.setVisible(chosen.flatMap(SignerOption::card).isPresent()));
        open.setOnAction(_ -> cards.chosen().get().ifPresent(chosen -> {
            overlay.close();
            elsewhere.showCard(chosen);
        }));
        return open;
    }

    private VBox choices(SignerList found, ChoiceCards cards) {
        VBox choices = new VBox(look.px(8));
        add(choices, Optional.empty(), found.fit(), cards::fit);
        add(choices, Optional.of("chooser.practice"), found.practices(), cards::fit);
        add(choices, Optional.of("chooser.unfit"), found.greyed(), cards::greyed);
        if (!found.hidden().isEmpty()) {
            choices.getChildren().add(new HiddenCards(found.hidden(), cards, look).node());
        }
        return choices;
    }

    /** However many there are, what is done with them stays in sight. */
    private Node scrolling(VBox choices) {
        Scrolling list = new Scrolling(choices);
        list.setId("choices");
        list.setMinHeight(look.px(LEAST));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private void add(
            VBox choices, Optional<String> heading, List<SignerOption> options, Function<SignerOption, Node> card) {
        heading.filter(_ -> !options.isEmpty())
                .ifPresent(
                        key -> choices.getChildren().add(look.label(look.texts().text(key), "caption", "medium")));
        options.forEach(option -> choices.getChildren().add(card.apply(option)));
    }

    private String title(SignerList found) {
        if (found.fit().isEmpty() && found.practices().isEmpty()) {
            return look.texts().text("chooser.title.found");
        }
        return look.texts().text(found.organisations() > 1 ? "chooser.title.organisation" : "chooser.title");
    }

    /** Whose certificates they are, where that can be said once for all. */
    private Optional<String> intro(SignerList found) {
        return found.onlyHolder()
                .filter(_ -> found.organisations() > 1)
                .map(holder ->
                        look.texts().text("chooser.holder", Map.of("holder", holder, "count", found.organisations())));
    }

    private Node closing(Button close) {
        close.setText(look.texts().text("dismiss"));
        close.setDefaultButton(true);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private Node buttons(ChoiceCards cards, Button cancel) {
        Label missing = look.label(look.texts().text("chooser.none-chosen"), "fact", "second");
        missing.setGraphic(look.icon("mdoal-info", 18));
        Button go = look.button("chooser-continue", look.texts().text("continue"));
        go.setDefaultButton(true);
        go.setOnAction(_ -> cards.chosen()
                .get()
                .ifPresentOrElse(this::take, () -> missing.getStyleClass().setAll("label", "fact", "danger-text")));
        cards.chosen().subscribe(chosen -> {
            go.getStyleClass().setAll("button", chosen.isPresent() ? "main" : "missing");
            missing.setVisible(chosen.isEmpty());
        });
        HBox.setHgrow(missing, Priority.ALWAYS);
        missing.setMaxWidth(Double.MAX_VALUE);
        HBox buttons = new HBox(look.px(8), missing, cancel, go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void take(SignerOption option) {
        signers.choose(option);
        overlay.close();
    }
}
