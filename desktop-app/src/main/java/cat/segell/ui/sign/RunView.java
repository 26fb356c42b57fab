// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.problem.DocumentProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ServiceProblem;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Margin;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.run.BatchModel.Phase;
import cat.segell.ui.run.FilterBar;
import cat.segell.ui.run.ProgressPane;
import cat.segell.ui.run.ResultBanner;
import cat.segell.ui.run.ResultFilter;
import cat.segell.ui.run.ResultTable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A batch while it runs and afterwards: the same table, a bar above that becomes the result. */
final class RunView {

    private final SignViewModel model;
    private final Look look;
    private final Frame frame;
    private final VBox column = new VBox();
    private final Node node;
    private final StackPane head = new StackPane();
    private final Margin problem = new Margin();
    private final FilterBar filters;
    private final FlowPane bottom = new FlowPane();
    private final ResultTable table;
    private final Button openFolder;

    RunView(SignViewModel model, Look look, Frame frame, Bag bag) {
        this.model = model;
        this.look = look;
        this.frame = frame;
        this.table = new ResultTable(look, frame.outside(), rows -> model.retry(rows));
        this.filters = new FilterBar(look);
        this.openFolder = look.button("open-folder", look.texts().text("result.folder"), "small");
        column.getStyleClass().add("page");
        node = look.page(column);
        node.setId("batch");
        layOut();
        ProgressPane progress = new ProgressPane(model.batch(), look, frame, bag);
        bag.on(model.batch().phase(), phase -> phase(phase, progress.node()));
        bag.on(model.batch().ended(), _ -> changed());
        bag.on(filters.chosen(), _ -> changed());
        bag.on(frame.compact(), table::compact);
        bag.on(table.selected(), row -> showProblem(Optional.ofNullable(row)));
    }

    private void layOut() {
        openFolder.setGraphic(look.icon("mdoal-folder_open", 18));
        openFolder.setOnAction(_ -> signedFolder().ifPresent(frame.outside()::open));
        HBox.setHgrow(filters.node(), Priority.ALWAYS);
        HBox line = new HBox(look.px(8), filters.node(), new Region(), openFolder);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        bottom.setHgap(look.px(8));
        bottom.setVgap(look.px(8));
        bottom.setAlignment(Pos.CENTER_RIGHT);
        column.getChildren().addAll(head, line, table.node(), problem, bottom);
    }

    Node node() {
        return node;
    }

    private void phase(Phase phase, Node progress) {
        boolean done = phase == Phase.DONE;
        head.getChildren().setAll(done ? result() : progress);
        openFolder.setVisible(done && signedFolder().isPresent());
        openFolder.setManaged(openFolder.isVisible());
        bottom.setVisible(done);
        bottom.setManaged(done);
        if (phase == Phase.SIGNING || phase == Phase.IDLE) {
            filters.chooseAll();
        }
        changed();
        if (done) {
            buttons();
            table.selectFirstFailed();
            // A quick batch is done before its page was ever painted: until then the table is not in the window.
            node.applyCss();
            table.node().requestFocus();
        }
    }

    /** How it ended, and what is to be known of every signature in it. */
    private Node result() {
        VBox result = new VBox(look.px(8), new ResultBanner(model.batch(), model.documents(), look).node());
        model.batch().unchecked().ifPresent(why -> {
            ProblemPanel unchecked = new ProblemPanel(why, frame).care();
            unchecked.setId("unchecked");
            result.getChildren().add(unchecked);
        });
        return result;
    }

    private void changed() {
        Phase phase = model.batch().phase().get();
        List<DocumentRow> rows = model.documents().rows();
        filters.count(rows);
        Comparator<DocumentRow> worstFirst = Comparator.comparing(
                        (DocumentRow row) -> ResultFilter.of(row.state().get()))
                .reversed();
        table.show(rows.stream()
                .filter(filters.chosen().get()::shows)
                .sorted(phase == Phase.DONE ? worstFirst : (_, _) -> 0)
                .toList());
    }

    private void showProblem(Optional<DocumentRow> row) {
        Optional<ProblemPanel> panel = row.filter(_ -> model.batch().phase().get() == Phase.DONE)
                .flatMap(shown -> shown.problem().map(found -> new ProblemPanel(found, frame, actions(shown, found))));
        if (row.flatMap(DocumentRow::output).isPresent()
                || row.flatMap(DocumentRow::problem).filter(Problem::isNotice).isPresent()) {
            panel.ifPresent(ProblemPanel::care);
        }
        problem.show(panel);
    }

    private Button[] actions(DocumentRow row, Problem found) {
        if (found instanceof DocumentProblem.SignedByHolder) {
            Button again = look.button("sign-anyway", look.texts().text("row.sign-anyway"), "small");
            again.setOnAction(_ -> model.retry(List.of(row)));
            return new Button[] {again};
        }
        if (!(found instanceof ServiceProblem.TsaPrivate)) {
            return new Button[0];
        }
        Button allow = look.button("allow-private", look.texts().text("tsa.allow-private"), "small");
        allow.setOnAction(_ -> {
            model.allowPrivateNetwork();
            allow.setDisable(true);
        });
        return new Button[] {allow};
    }

    private List<DocumentRow> unsigned() {
        return model.documents().signable();
    }

    private void buttons() {
        Button more = look.button(
                "sign-more", look.texts().text("result.more"), unsigned().isEmpty() ? "main" : "plain");
        more.setOnAction(_ -> model.signMore());
        bottom.getChildren().setAll(more);
        if (!unsigned().isEmpty()) {
            Button retry = look.button(
                    "retry",
                    look.texts().text("result.retry", "count", unsigned().size()),
                    "main");
            retry.setGraphic(look.icon("mdomz-refresh", 18));
            retry.setOnAction(_ -> model.retry(unsigned()));
            Button back = look.button("back-to-list", look.texts().text("result.back"));
            back.setOnAction(_ -> model.backToUnsigned());
            bottom.getChildren().addAll(back, retry);
        }
    }

    /** Parts that F6 goes through. */
    List<Node> regions() {
        return List.of(head, filters.node(), table.node(), bottom);
    }

    void mainAction() {
        if (unsigned().isEmpty()) {
            model.signMore();
        } else {
            model.retry(unsigned());
        }
    }

    private Optional<Path> signedFolder() {
        return model.documents().rows().stream()
                .flatMap(row -> row.output().stream())
                .findFirst()
                .map(Path::getParent);
    }
}
