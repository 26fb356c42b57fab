// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Bag;
import cat.segell.ui.Look;
import cat.segell.ui.ProblemPanel;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
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
    private boolean empty = true;
    private boolean compact;

    PrepareView(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        this.dropZone = DropZone.build(parent, bag);
        this.documents = new DocumentsPane(parent, bag);
        this.options = new OptionsPane(parent, bag);
        this.bar = new ActionBar(parent, bag).node();
        buildTabs();
        bag.on(parent.frame().compact(), now -> {
            compact = now;
            arrange();
        });
        bag.onChange(parent.model().documents().rows(), this::nameTabs);
        bag.on(parent.model().batch().refusal(), refusal -> node.setTop(top(refusal.map(this::panel))));
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
        tabs.getChildren().addAll(tabButton("tab-documents"), tabButton("tab-options"));
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
        Node center = showOptions ? options.node() : middle;
        node.setRight(null);
        node.setCenter(null);
        node.setCenter(compact ? new VBox(tabs, center) : center);
        VBox.setVgrow(center, javafx.scene.layout.Priority.ALWAYS);
        node.setRight(compact ? null : options.node());
        node.setBottom(empty ? null : bar);
    }

    private Node panel(cat.segell.problem.Problem problem) {
        Button close = look.button("problem-close", look.texts().text("dismiss"), "small");
        close.setOnAction(_ -> parent.model().batch().dismissRefusal());
        return new ProblemPanel(problem, parent.frame(), close);
    }

    private Node top(java.util.Optional<Node> panel) {
        StackPane top = new StackPane();
        panel.ifPresent(present -> {
            top.setPadding(new Insets(look.px(16), look.px(24), look.px(4), look.px(24)));
            top.getChildren().add(present);
        });
        return top;
    }
}
