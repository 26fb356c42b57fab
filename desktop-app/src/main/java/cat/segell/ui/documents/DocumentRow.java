// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.FoundDocument;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A document of the list and where it stands. */
public final class DocumentRow {

    private FoundDocument found;
    private final ReadOnlyObjectWrapper<DocumentState> state;

    DocumentRow(FoundDocument found) {
        this.found = found;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", first(found));
    }

    private static DocumentState first(FoundDocument found) {
        return found.signedBefore()
                ? new DocumentState.Skipped(Optional.empty())
                : found.problem().<DocumentState>map(DocumentState.Refused::new).orElseGet(DocumentState.Ready::new);
    }

    public FoundDocument found() {
        return found;
    }

    public String name() {
        return found.document().below().toString();
    }

    /** The signed file's, once there is one. */
    public String resultName() {
        Path below = found.document().below();
        return output().flatMap(output -> Optional.ofNullable(output.getFileName()))
                .map(name -> below.resolveSibling(name).toString())
                .orElseGet(this::name);
    }

    public ReadOnlyObjectProperty<DocumentState> state() {
        return state.getReadOnlyProperty();
    }

    public void set(DocumentState next) {
        state.set(next);
    }

    /** Where the same person has signed it already: the next batch signs it all the same. */
    public void signAgain() {
        if (state.get() instanceof DocumentState.Skipped(Optional<SignedByHolder> why) && why.isPresent()) {
            found = found.signAgain();
            state.set(new DocumentState.Ready());
        }
    }

    /** Whether it can be part of the next batch. */
    boolean signable() {
        return switch (state.get()) {
            case DocumentState.Ready _, DocumentState.Failed _, DocumentState.Waiting _ -> true;
            case DocumentState.Refused _, DocumentState.Signing _, DocumentState.Signed _, DocumentState.Skipped _ ->
                false;
        };
    }

    /** Whether it isn't any more what was shown. */
    public boolean changed() {
        return problem()
                .filter(DocumentProblem.DocumentChanged.class::isInstance)
                .isPresent();
    }

    /** What is wrong with it, if anything is. */
    public Optional<Problem> problem() {
        return switch (state.get()) {
            case DocumentState.Refused(Problem problem) -> Optional.of(problem);
            case DocumentState.Failed(Problem problem) -> Optional.of(problem);
            case DocumentState.Signed signed ->
                signed.result()
                        .pending()
                        .map(p -> p.why())
                        .or(() -> signed.result().notRecorded());
            case DocumentState.Skipped(Optional<SignedByHolder> why) -> why.map(notice -> notice);
            case DocumentState.Ready _, DocumentState.Waiting _, DocumentState.Signing _ -> Optional.empty();
        };
    }

    /** The signed file, once there is one. */
    public Optional<Path> output() {
        return state.get() instanceof DocumentState.Signed signed
                ? Optional.of(signed.result().output())
                : Optional.empty();
    }
}
