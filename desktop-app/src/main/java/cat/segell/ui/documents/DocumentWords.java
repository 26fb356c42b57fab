// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.batch.DocumentResult;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import cat.segell.ui.desk.FoundDocument;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Documents and their states in words. */
public final class DocumentWords {

    private static final long KILO = 1000;

    private static final String SEPARATOR = " · ";

    private final Messages texts;

    public DocumentWords(Look look) {
        this.texts = look.texts();
    }

    Marker state(DocumentState state) {
        return switch (state) {
            case DocumentState.Ready _ -> new Marker(Tone.NEUTRAL, "", texts.text("state.ready"));
            case DocumentState.Waiting _ -> new Marker(Tone.NEUTRAL, "", texts.text("state.waiting"));
            case DocumentState.Signing _ -> new Marker(Tone.BUSY, "mdomz-sync", texts.text("state.signing"));
            case DocumentState.Signed signed -> signed(signed.result());
            case DocumentState.Failed failed ->
                failed.stopped()
                        ? new Marker(Tone.CARE, "mdomz-remove_circle_outline", texts.text("state.stopped"))
                        : notSigned();
            case DocumentState.Refused _ -> new Marker(Tone.BAD, "mdoal-error", texts.text("state.refused"));
            case DocumentState.Skipped _ -> new Marker(Tone.NEUTRAL, "", texts.text("state.skipped"));
        };
    }

    /** The same once its batch runs or has ended: what was refused isn't ahead any more. */
    public Marker result(DocumentState state) {
        return state instanceof DocumentState.Refused ? notSigned() : state(state);
    }

    private Marker signed(DocumentResult.Signed result) {
        if (result.pending().isPresent()) {
            return new Marker(Tone.CARE, "mdomz-schedule", texts.text("state.no-timestamp"));
        }
        return result.notRecorded().isPresent()
                ? new Marker(Tone.CARE, "mdomz-schedule", texts.text("state.no-receipt"))
                : new Marker(Tone.GOOD, "mdoal-check_circle", texts.text("state.signed"));
    }

    private Marker notSigned() {
        return new Marker(Tone.BAD, "mdoal-error", texts.text("state.failed"));
    }

    /** What there is to say of a state beyond its word. */
    public String detail(DocumentState state) {
        return switch (state) {
            case DocumentState.Ready _, DocumentState.Waiting _ -> "";
            case DocumentState.Signing _ -> texts.text("detail.signing");
            case DocumentState.Signed(DocumentResult.Signed result, Instant at) ->
                result.pending()
                        .map(pending -> texts.text(
                                "detail.pending", Map.of("level", result.level(), "missing", pending.level())))
                        .or(() -> result.notRecorded().map(this::title))
                        .orElseGet(() -> made(result, at));
            case DocumentState.Failed(Problem problem) -> title(problem);
            case DocumentState.Refused(Problem problem) -> title(problem);
            case DocumentState.Skipped(Optional<SignedByHolder> why) ->
                why.map(this::title).orElseGet(() -> texts.text("detail.skipped"));
        };
    }

    private String made(DocumentResult.Signed result, Instant at) {
        String made = "PAdES-" + result.level() + ", " + texts.language().time(at);
        return result.made()
                .field()
                .map(name -> made + SEPARATOR + texts.text("field.taken", "field", quoted(name)))
                .orElse(made);
    }

    String title(Problem problem) {
        return ProblemText.of(problem, texts.language()).title();
    }

    /** What it is, and the field that it would be signed in or that waits. */
    String facts(FoundDocument found, FieldChoice choice) {
        return field(choice).map(words -> facts(found) + SEPARATOR + words).orElseGet(() -> facts(found));
    }

    private Optional<String> field(FieldChoice choice) {
        if (choice.taken().isPresent()) {
            return Optional.of(
                    texts.text("field.taken", "field", quoted(choice.taken().get())));
        }
        int waiting = choice.waiting().size();
        return waiting == 0 ? Optional.empty() : Optional.of(texts.text("field.waiting", "count", waiting));
    }

    /** A field's name, which somebody else chose. */
    public String quoted(String field) {
        return texts.language().quoted(Showable.of(Showable.brief(field)));
    }

    /** "3 pages, 412 kB"; of what is signed already, that alone. */
    String facts(FoundDocument found) {
        if (found.signedBefore()) {
            return texts.text("detail.skipped");
        }
        String size = size(found.size());
        String facts = found.pages().isPresent()
                ? texts.text("pages", "count", found.pages().getAsInt(), "size", size)
                : size;
        return found.signatures() == 0 ? facts : texts.text("signatures", "count", found.signatures());
    }

    private String size(long bytes) {
        if (bytes < KILO * KILO) {
            return Math.max(1, bytes / KILO) + "\u00a0kB";
        }
        return String.format(texts.language().locale(), "%.1f", bytes / (double) (KILO * KILO)) + "\u00a0MB";
    }
}
