// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.batch.DocumentResult;
import cat.segell.problem.Problem;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A batch's documents in its order: where each stands, and how many have their result. */
final class BatchRows {

    private final InstantSource clock;
    private final ReadOnlyIntegerWrapper ended = new ReadOnlyIntegerWrapper(this, "ended");
    private List<DocumentRow> rows = List.of();

    BatchRows(InstantSource clock) {
        this.clock = clock;
    }

    List<DocumentRow> list() {
        return rows;
    }

    ReadOnlyIntegerProperty ended() {
        return ended.getReadOnlyProperty();
    }

    void begin(List<DocumentRow> all) {
        rows = List.copyOf(all);
        ended.set(0);
    }

    void clear() {
        rows = List.of();
    }

    void waiting() {
        rows.forEach(row -> row.set(new DocumentState.Waiting()));
    }

    void signing(int index) {
        rows.get(index).set(new DocumentState.Signing());
    }

    /** None is in work while the batch waits. */
    void held() {
        rows.stream()
                .filter(row -> row.state().get() instanceof DocumentState.Signing)
                .forEach(row -> row.set(new DocumentState.Waiting()));
    }

    int signed() {
        return (int) rows.stream()
                .filter(row -> row.state().get() instanceof DocumentState.Signed)
                .count();
    }

    /** @param first not so where a receipt was added to it later */
    void ended(int index, DocumentResult result, boolean first) {
        rows.get(index).set(state(result));
        if (first) {
            ended.set(ended.get() + 1);
        }
    }

    private DocumentState state(DocumentResult result) {
        return switch (result) {
            case DocumentResult.Signed signed -> new DocumentState.Signed(signed, clock.instant());
            case DocumentResult.Failed failed -> new DocumentState.Failed(failed.problem());
            case DocumentResult.Skipped skipped -> new DocumentState.Skipped(skipped.why());
        };
    }

    /** The document in work would otherwise seem to be so for ever. */
    void broken(Problem problem) {
        rows.stream()
                .filter(row -> row.state().get() instanceof DocumentState.Signing)
                .forEach(row -> row.set(new DocumentState.Failed(problem)));
    }
}
