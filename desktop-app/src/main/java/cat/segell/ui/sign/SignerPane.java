// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Setting;
import cat.segell.card.catalogue.Route;
import cat.segell.certificate.ExpiryStage;
import cat.segell.certificate.Renewal;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignerList;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.parts.Tile;
import cat.segell.ui.signer.SignerWords;
import cat.segell.ui.signer.SignersModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who signs: the one that was preselected, a choice, or what to do when there is nobody. */
final class SignerPane {

    private final SignView parent;
    private final Look look;
    private final SignersModel signers;
    private final Label title;
    private final Button lookAgain;
    private final VBox node;

    SignerPane(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        this.signers = parent.model().signers();
        this.title = new Label(look.texts().text("signer"));
        title.getStyleClass().add("section");
        this.lookAgain = lookAgain();
        this.node = new VBox(look.px(8), title);
        bag.on(signers.chosen(), _ -> show());
        bag.on(signers.found(), _ -> show());
        bag.on(signers.looking(), _ -> show());
        bag.on(parent.model().cards().missing(), _ -> showNobody());
        bag.on(parent.model().action(), this::offerOnce);
    }

    /** What the main button does already takes no room here. */
    private void offerOnce(MainAction action) {
        boolean here = !(action instanceof MainAction.NobodySigns);
        lookAgain.setVisible(here);
        lookAgain.setManaged(here);
    }

    Node node() {
        return node;
    }

    private void show() {
        node.getChildren()
                .setAll(title, signers.chosen().get().map(this::chosen).orElseGet(this::none));
        if (node.lookup("#driver-review") == null) {
            changedDriver().ifPresent(node.getChildren()::add);
        }
    }

    /** What is missing says nothing of whoever was found: there, the keyboard stays where it is. */
    private void showNobody() {
        if (node.lookup("#no-signer") != null) {
            show();
        }
    }

    /** Its cards are not seen until the person has looked at it; what the administrator decides they can't. */
    private Optional<Node> changedDriver() {
        if (parent.model().options().isLocked(Setting.PKCS11_MODULES)) {
            return Optional.empty();
        }
        return signers.found().get().problems().stream()
                .filter(DriverChanged.class::isInstance)
                .map(problem -> changedDriver(((DriverChanged) problem).module()))
                .findFirst();
    }

    private Node changedDriver(Path module) {
        return way(
                "driver-review",
                "driver.review",
                "mdomz-warning",
                () -> parent.model().driver().look(module));
    }

    private Node none() {
        if (signers.looking().get()) {
            return looking();
        }
        return signers.found().get().fit().isEmpty() ? nobody() : choose();
    }

    private Node chosen(SignerOption option) {
        VBox lines = new VBox(look.px(2), look.foreign(option.facts().holder(), "section"));
        option.facts()
                .position()
                .ifPresent(position -> lines.getChildren().add(look.foreign(position, "fact", "second")));
        option.facts()
                .organisation()
                .ifPresent(organisation ->
                        lines.getChildren().add(look.foreign(SignerWords.tied(organisation), "fact", "second")));
        if (!option.real()) {
            lines.getChildren()
                    .add(look.label(look.texts().text("signer.practice"), "fact", "medium", "practice-words"));
        }
        String spoken = look.texts().text("signer.change", "signer", SignerWords.name(option));
        Optional<Label> endsSoon = Renewal.soon(option.facts(), Instant.now()).map(this::endsSoon);
        endsSoon.ifPresent(lines.getChildren()::add);
        option.renewal().ifPresent(route -> lines.getChildren().add(renewal(route)));
        Tile button = signerButton(
                lines, endsSoon.map(words -> spoken + ". " + words.getText()).orElse(spoken));
        if (!option.real()) {
            button.getStyleClass().add("practice");
        }
        return button;
    }

    private Label renewal(Route route) {
        Label words = look.label(route.in(look.language()), "caption");
        words.setId("renewal");
        return words;
    }

    private Label endsSoon(CertExpiresSoon soon) {
        Label words = look.label(
                look.texts().text("signer.ends-soon", "count", soon.days()), "fact", loudness(ExpiryStage.of(soon)));
        words.setId("ends-soon");
        words.setGraphic(look.icon("mdomz-schedule", 16));
        words.getGraphic().getStyleClass().addAll(words.getStyleClass());
        return words;
    }

    private static String loudness(ExpiryStage stage) {
        return switch (stage) {
            case AHEAD -> "second";
            case NEAR -> "warning-text";
            case PRESSING -> "danger-text";
        };
    }

    private Node choose() {
        return signerButton(
                new VBox(look.label(look.texts().text("action.choose"), "medium")),
                look.texts().text("action.choose"));
    }

    private Tile signerButton(VBox lines, String accessible) {
        HBox.setHgrow(lines, Priority.ALWAYS);
        Tile button = new Tile("signer", AccessibleRole.BUTTON, lines, look.icon("mdomz-unfold_more", 18));
        button.getStyleClass().setAll("tile", "signer");
        button.setAccessibleText(accessible);
        button.onAction(parent::chooseSigner);
        return button;
    }

    private Node looking() {
        Label words = look.label(look.texts().text("signer.looking"), "fact", "second");
        words.setGraphic(look.icon("mdoal-hourglass_empty", 18));
        return words;
    }

    private Node nobody() {
        VBox box = new VBox(look.px(8));
        box.setId("no-signer");
        Problem why = why();
        box.getChildren()
                .add(ProblemPanel.narrow(why, signers.found().get().advice().after(why), parent.frame(), lookAgain));
        changedDriver().ifPresent(box.getChildren()::add);
        if (signers.found().get().anything()) {
            box.getChildren()
                    .add(way("show-certificates", "signer.show-all", "mdomz-visibility", parent::chooseSigner));
        }
        box.getChildren()
                .addAll(
                        way("open-key-file", "key-file.open", "mdomz-vpn_key", parent::openKeyFile),
                        way("use-practice", "signer.use-practice", "mdomz-school", signers::usePractice),
                        way("add-driver", "driver.add", "mdoal-add", parent::addDriver));
        return box;
    }

    private Button lookAgain() {
        Button button = look.button("look-again", look.texts().text("signer.again"), "small");
        button.setGraphic(look.icon("mdomz-refresh", 16));
        button.setOnAction(_ -> signers.look());
        return button;
    }

    private Button way(String id, String words, String icon, Runnable where) {
        Button button = look.button(id, look.texts().text(words));
        button.setGraphic(look.icon(icon, 18));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setWrapText(true);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> where.run());
        return button;
    }

    /** What kept Segell from seeing a card, or why the ones that it sees can't sign, or that there is none. */
    private Problem why() {
        SignerList found = signers.found().get();
        return found.problems().stream()
                .findFirst()
                .or(() -> found.unfit().stream().findFirst().flatMap(SignerOption::unfit))
                .orElseGet(parent.model().cards().missing()::getValue);
    }
}
