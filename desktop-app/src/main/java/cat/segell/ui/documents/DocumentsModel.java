// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.batch.BatchDocument;
import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.ui.desk.FoundDocument;
import cat.segell.ui.desk.SignDesk;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The list of documents. */
public final class DocumentsModel {

    private final SignDesk desk;
    private final Executor work;
    private final Executor ui;
    private final ObservableList<DocumentRow> rows =
            FXCollections.observableArrayList(row -> new javafx.beans.Observable[] {row.state()});
    private final ObservableList<DocumentRow> view = FXCollections.unmodifiableObservableList(rows);
    private final Set<Path> present = new HashSet<>();
    private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper(this, "reading");

    private final ObjectProperty<Function<FoundDocument, FieldChoice>> fields =
            new SimpleObjectProperty<>(this, "fields", _ -> FieldChoice.NONE);

    public DocumentsModel(SignDesk desk, Executor work, Executor ui) {
        this.desk = desk;
        this.work = work;
        this.ui = ui;
    }

    /** Tells of changes of a row's state too. */
    public ObservableList<DocumentRow> rows() {
        return view;
    }

    /** In which field each would be signed now: by whom and how is decided elsewhere. */
    public ObjectProperty<Function<FoundDocument, FieldChoice>> fields() {
        return fields;
    }

    /** How many of the person's files and folders are still being looked at. */
    public ReadOnlyIntegerProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Adds files and what lies in folders; a file that is in the list already stays there once. */
    public void add(List<Path> named) {
        if (named.isEmpty()) {
            return;
        }
        List<Path> files = List.copyOf(named);
        reading.set(reading.get() + files.size());
        work.execute(() -> {
            try {
                desk.find(files, found -> ui.execute(() -> append(found)));
            } catch (RuntimeException | Error fault) {
                ui.execute(() -> broken(files, InternalFault.of(fault)));
                throw fault;
            } finally {
                ui.execute(() -> reading.set(reading.get() - files.size()));
            }
        });
    }

    /**
     * Shows documents that were looked at, in place of all others.
     *
     * @return their rows, in their order
     */
    public List<DocumentRow> show(List<FoundDocument> found) {
        clear();
        found.forEach(this::append);
        return List.copyOf(rows);
    }

    /** What was not reached stands in the list all the same: nobody would miss a file that isn't there. */
    private void broken(List<Path> files, InternalFault problem) {
        files.forEach(file -> append(FoundDocument.refused(BatchDocument.of(file.toAbsolutePath()), problem)));
    }

    private void append(FoundDocument found) {
        if (present.add(found.document().input())) {
            rows.add(new DocumentRow(found));
        }
    }

    /** Takes documents off the list; the files stay where they are. */
    public void remove(Collection<DocumentRow> gone) {
        gone.forEach(row -> present.remove(row.found().document().input()));
        rows.removeAll(Set.copyOf(gone));
    }

    /** A document that was left alone: where it lay in a folder, as if the person had named it. */
    public void signAnyway(DocumentRow row) {
        if (row.problem().isPresent()) {
            row.signAgain();
            return;
        }
        remove(List.of(row));
        add(List.of(row.found().document().input()));
    }

    /** Takes off what is signed: the rest is what the person goes on with. */
    public void removeSigned() {
        remove(rows.stream().filter(row -> row.output().isPresent()).toList());
    }

    /** Shows anew what changed since it was shown: only that can be signed. */
    public void readChangedAgain() {
        List<DocumentRow> changed = rows.stream().filter(DocumentRow::changed).toList();
        remove(changed);
        add(changed.stream().map(row -> row.found().document().input()).toList());
    }

    public void clear() {
        present.clear();
        rows.clear();
    }

    /** Those that the next batch would sign. */
    public List<DocumentRow> signable() {
        return rows.stream().filter(DocumentRow::signable).toList();
    }

    /** How many can't be signed. */
    public int refused() {
        return count(DocumentState.Refused.class);
    }

    /** How many are in a state of this kind. */
    public int count(Class<? extends DocumentState> state) {
        return (int)
                rows.stream().filter(row -> state.isInstance(row.state().get())).count();
    }
}
