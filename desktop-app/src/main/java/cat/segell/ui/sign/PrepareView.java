// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Setting;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ServiceProblem;
import cat.segell.ui.desk.StandingNotice;
import cat.segell.ui.documents.DocumentsPane;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Margin;
import cat.segell.ui.parts.ProblemPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Before signing: documents, who signs, how, and the main button. */
final class PrepareView {

    private final SignView parent;
    private final Look look;
    private final BorderPane node = new BorderPane();
    private final StackPane middle = new StackPane();
    private final Node dropZone;
    private final DocumentsPane documents;
    private final OptionsPane options;
    private final Node bar;
    private final HBox tabs = new HBox();
    private final ToggleGroup tab = new ToggleGroup();
    private final HBox listActions = new HBox();
    private Optional<Node> panel = Optional.empty();
    private boolean empty = true;
    private boolean compact;

    PrepareView(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        this.dropZone = DropZone.build(parent, bag);
        this.documents = new DocumentsPane(parent.model().documents(), look, parent.frame(), parent::openFiles, bag);
        this.options = new OptionsPane(parent, bag);
        this.bar = new ActionBar(parent, bag).node();
        buildTabs();
        bag.on(parent.frame().compact(), now -> {
            compact = now;
            arrange();
        });
        bag.onChange(parent.model().documents().rows(), this::nameTabs);
        bag.on(parent.model().batch().refusal(), _ -> showPanel());
        bag.on(parent.model().signers().notices(), _ -> showPanel());
        bag.on(node.sceneProperty(), _ -> showed());
    }

    /** Why nothing was signed, before what only has to be known. */
    private void showPanel() {
        Optional<Problem> refusal = parent.model().batch().refusal().get();
        List<StandingNotice> notices = parent.model().signers().notices().get();
        panel = refusal.map(this::panel).or(() -> notices.stream().findFirst().map(this::notice));
        arrange();
        showed();
    }

    /** One that stands behind another, or while a batch is shown, nobody has seen yet. */
    private void showed() {
        if (node.getScene() != null && parent.model().batch().refusal().get().isEmpty()) {
            parent.model().signers().notices().get().stream()
                    .findFirst()
                    .ifPresent(parent.model().signers()::showed);
        }
    }

    Node node() {
        return node;
    }

    List<Node> regions() {
        return List.of(middle, options.node(), bar);
    }

    void empty(boolean now) {
        empty = now;
        arrange();
    }

    private void buildTabs() {
        tabs.getStyleClass().add("tabs");
        tabs.setMinHeight(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = look.iconButton("tab-add", "mdoal-add", look.texts().text("open"));
        add.setOnAction(_ -> parent.openFiles());
        Button clear = look.iconButton(
                "tab-clear", "mdoal-delete_outline", look.texts().text("documents.clear"));
        clear.setOnAction(_ -> parent.model().documents().clear());
        listActions.getChildren().setAll(add, clear);
        listActions.setSpacing(look.px(4));
        listActions.setAlignment(Pos.CENTER);
        tabs.getChildren().addAll(tabButton("tab-documents"), tabButton("tab-options"), space, listActions);
        tab.selectToggle(tab.getToggles().getFirst());
        tab.selectedToggleProperty().subscribe(chosen -> {
            if (chosen == null) {
                tab.selectToggle(tab.getToggles().getFirst());
            }
            arrange();
        });
    }

    private ToggleButton tabButton(String id) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().add("tab-button");
        button.setToggleGroup(tab);
        return button;
    }

    private void nameTabs() {
        int count = parent.model().documents().rows().size();
        name(0, look.texts().text("documents", "count", count));
        name(1, look.texts().text("tab.options"));
    }

    private void name(int index, String words) {
        ((ToggleButton) tabs.getChildren().get(index)).setText(words);
    }

    private void arrange() {
        boolean showOptions = compact && tab.getToggles().get(1).isSelected();
        options.alone(compact);
        middle.getChildren().setAll(empty ? dropZone : documents.node());
        listActions.setVisible(!empty && !showOptions);
        Node center = center(showOptions);
        node.setTop(compact ? null : panel.orElse(null));
        node.setRight(null);
        node.setCenter(null);
        node.setCenter(compact ? new VBox(tabs, center) : center);
        VBox.setVgrow(center, Priority.ALWAYS);
        node.setRight(compact ? null : options.node());
        node.setBottom(empty ? null : bar);
    }

    /** In little room a problem takes the list's place until the person has read it. */
    private Node center(boolean showOptions) {
        if (compact && panel.isPresent()) {
            return look.page(new VBox(panel.get()));
        }
        return showOptions ? options.node() : middle;
    }

    /** A button that takes the problem away and does something about it. */
    private Button action(String id, String words, Runnable remedy) {
        Button button = look.button(id, look.texts().text(words), "small");
        button.setOnAction(_ -> {
            parent.model().batch().dismissRefusal();
            remedy.run();
        });
        return button;
    }

    private Node panel(Problem problem) {
        List<Button> actions = new ArrayList<>();
        if (problem instanceof PinProblem.TokenLocked(String _, boolean practice) && practice) {
            actions.add(
                    action("practice-unlock", "practice.unlock", parent.model().signers()::unlockPractice));
        }
        parent.pins().way(problem).ifPresent(way -> actions.add(action("pin-unblock", way.words(), way.show())));
        if (parent.pins().helps(problem)) {
            actions.add(action("pin-change", "new-pin.title", parent.pins()::change));
        }
        boolean place = problem instanceof DocumentProblem.OutputUnwritable
                || problem instanceof DocumentProblem.OutputNotFolder;
        if (place && !parent.model().options().isLocked(Setting.OUTPUT)) {
            actions.add(action("problem-folder", "output.other", parent::chooseFolder));
        }
        if (problem instanceof ServiceProblem.TsaPrivate) {
            actions.add(action("allow-private", "tsa.allow-private", parent.model()::allowPrivateNetwork));
        }
        actions.add(action("problem-close", "dismiss", () -> {}));
        return above(new ProblemPanel(problem, parent.frame(), actions.toArray(Button[]::new)));
    }

    private Node notice(StandingNotice notice) {
        Button taken = look.button("notice-taken", look.texts().text("dismiss"), "small");
        taken.setOnAction(_ -> parent.model().signers().takeNotice(notice));
        return above(new ProblemPanel(notice.problem(), notice.advice(), parent.frame(), taken).care());
    }

    private Node above(ProblemPanel words) {
        Margin panel = new Margin(words);
        panel.setPadding(new Insets(look.px(16), look.px(24), look.px(4), look.px(24)));
        return panel;
    }
}
