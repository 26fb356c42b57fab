// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.TimestampWiring;
import cat.segell.app.Wiring;
import cat.segell.app.keys.KeyChoice;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentScan;
import cat.segell.batch.Pause;
import cat.segell.batch.SignBatch;
import cat.segell.certificate.CertificateReader;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.keys.ExpiryLine;
import cat.segell.cli.keys.Holder;
import cat.segell.cli.keys.Notices;
import cat.segell.cli.keys.WithdrawnCards;
import cat.segell.cli.pin.PinAtHand;
import cat.segell.cli.pin.PinUseNote;
import cat.segell.cli.sign.SignOutcome.Signer;
import cat.segell.credential.BatchPin;
import cat.segell.credential.Credential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinUse;
import cat.segell.diagnosis.Advice;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.document.Digest;
import cat.segell.document.DocumentKind;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.KeyReplaced;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.RevocationProblem;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the documents and the key, and runs the batch. What all documents fail of is told for each of them. */
public final class SignRun {

    private static final Logger LOG = LoggerFactory.getLogger(SignRun.class);

    private final Wiring wiring;
    private final Out out;
    private final Terminal terminal;
    private RevocationState revocation = new NotAsked();
    private Optional<CertCardWithdrawn> withdrawn = Optional.empty();
    private Advice advice = Advice.NONE;
    private Pause pause = Pause.NONE;

    public SignRun(Wiring wiring, Out out, Terminal terminal) {
        this.wiring = wiring;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * The whole of a command: stopped by Ctrl+C, and told.
     *
     * @param pin who enters it, and puts the card back
     * @param allowPending whether a level that wasn’t reached is fine
     * @return exit status
     */
    public int finish(SignOrder order, Inputs inputs, PinAtHand pin, boolean allowPending) {
        try (BatchInterruption stop =
                BatchInterruption.begin(() -> out.note("\n" + out.texts().text("sign.stopping")))) {
            pause = new StoppablePause(pin.pause(), stop);
            SignOutcome outcome = run(order, inputs, pin.entry(), stop);
            out.document(outcome.json(inputs, out));
            outcome.tell(inputs, terminal, out);
            return outcome.status(allowPending);
        }
    }

    public SignOutcome run(SignOrder order, Inputs inputs, PinEntry person) {
        try (BatchInterruption nobody = new BatchInterruption(() -> {})) {
            return run(order, inputs, person, nobody);
        }
    }

    /** @param stop ends it after the document in hand */
    public SignOutcome run(SignOrder order, Inputs inputs, PinEntry person, BatchInterruption stop) {
        DocumentScan scan = order.scan(kind(order.profile()));
        if (scan.documents().isEmpty()) {
            return SignOutcome.of(scan.leftOut());
        }
        PinUseNote note = new PinUseNote(person, out, scan.documents().size());
        try (BatchPin entry = new BatchPin(new StoppableEntry(note, stop))) {
            demandLevel(order);
            Credential credential = new KeyChoice(wiring.credentials(), Clock.systemUTC(), this::keys)
                    .choose(order.key(), entry, order.allowExpired());
            if (!order.signsWith(credential)) {
                throw new ProblemException(new KeyReplaced(credential.key()));
            }
            advice = routes(credential);
            ExpiryLine.tellFirst(credential, wiring, out);
            tellKey(credential);
            order.level().ifPresent(new LevelNote(out)::tell);
            order.supplied()
                    .filter(_ -> Files.notExists(order.inputs().getFirst()))
                    .ifPresent(digest -> tellSupplied(order, digest));
            ExpiryLine.tell(credential, wiring, out);
            tellFormer(order, scan);
            List<BatchDocument> documents =
                    order.resumed().isPresent() ? scan.documents() : tellSigned(order, scan, inputs, credential);
            BatchResult result = batch(order, stop)
                    .run(
                            request(order, documents, credential),
                            entry,
                            event -> {
                                tellChecked(event, credential);
                                if (event instanceof BatchEvent.Opened(PinUse use)) {
                                    boolean _ = stop.begins();
                                    note.tell(use, credential.token());
                                }
                                tell(event, scan, inputs);
                            },
                            stop);
            return new SignOutcome(
                    Optional.of(result.id()),
                    ordered(result.documents(), scan, inputs),
                    Optional.of(new Signer(credential, result.begun(), withdrawn)),
                    revocation,
                    advice,
                    order.level(),
                    order.supplied().isPresent());
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            if (e.problem() instanceof KeyNotFound) {
                advice = wiring.keys(out.language()).besides();
            }
            List<DocumentResult> failed = scan.documents().stream()
                    .<DocumentResult>map(document -> new Failed(document.input(), e.problem()))
                    .toList();
            return SignOutcome.unopened(ordered(failed, scan, inputs), advice);
        } finally {
            Notices.tell(wiring.credentials(), out);
        }
    }

    private SignBatch batch(SignOrder order, BatchInterruption stop) {
        SignBatch batch = wiring.signBatch(order.services(), stop).pausing(pause);
        return order.resumed().map(batch::keeping).orElse(batch);
    }

    /** Whoever repeats a command by mistake can still leave it at the PIN. */
    private void tellFormer(SignOrder order, DocumentScan scan) {
        List<Path> there = order.again() || order.resumed().isPresent()
                ? List.of()
                : FormerRun.of(order).files(scan.documents());
        if (!there.isEmpty()) {
            String first = Inputs.near(terminal, there.getFirst());
            out.note(out.wrapped("", out.texts().text("sign.former", "count", there.size(), "file", first)));
        }
    }

    /** Asked for only where no key was named; what is missing there is told of as it is seen now. */
    private KeysAtHand keys() {
        KeysAtHand keys = wiring.keys(out.language());
        advice = keys.missing();
        return keys;
    }

    /** Nobody issues what one practises with. */
    private PinRoutes routes(Credential credential) {
        return credential.practice() ? PinRoutes.NONE : wiring.issuerRoutes().pin(credential, out.language());
    }

    /** What a folder stands for: only what can be signed so. */
    private static DocumentKind kind(SignatureProfile profile) {
        return profile.form().filter(SignatureForm.PADES::equals).isPresent() ? DocumentKind.PDF : DocumentKind.ANY;
    }

    /** Before anybody is asked for a PIN. */
    private static void demandLevel(SignOrder order) throws ProblemException {
        List<TimestampAuthority> authorities = order.services().timestamps();
        if (order.profile().levelRequired()) {
            TimestampWiring.demand(authorities);
        } else if (order.profile().level() != SignatureLevel.B) {
            TimestampWiring.demandAllowed(authorities);
        }
    }

    private static BatchRequest request(SignOrder order, List<BatchDocument> shown, Credential credential) {
        List<BatchDocument> documents =
                order.again() ? shown.stream().map(BatchDocument::signAgain).toList() : shown;
        return new BatchRequest(
                documents, credential, order.profile(), order.output(), order.notarise(), order.allowExpired());
    }

    private static List<DocumentResult> ordered(List<DocumentResult> results, DocumentScan scan, Inputs inputs) {
        List<DocumentResult> all = new ArrayList<>(results);
        all.addAll(scan.leftOut());
        all.sort(Comparator.comparingInt(result -> inputs.position(result.input())));
        return all;
    }

    /** @return the documents as they were when something was told of them */
    private List<BatchDocument> tellSigned(SignOrder order, DocumentScan scan, Inputs inputs, Credential credential) {
        SignedBefore before = new SignedBefore(wiring);
        Optional<Integer> counterSigned = order.profile().counterSigned();
        if (counterSigned.isPresent()) {
            new CounterNote(before, out).tell(scan.documents(), counterSigned.get());
            return scan.documents();
        }
        new CoverNote(before, inputs, out).tell(scan.documents(), order.profile());
        return order.supplied().isPresent()
                ? scan.documents()
                : new FormNote(before, inputs, out).tell(scan.documents(), credential, order.profile());
    }

    private void tellSupplied(SignOrder order, Digest digest) {
        out.note(out.wrapped(
                "",
                out.texts()
                        .text(
                                "sign.supplied",
                                "file",
                                String.valueOf(order.inputs().getFirst().getFileName()),
                                "digest",
                                digest)));
    }

    private void tellKey(Credential credential) {
        String holder = Holder.line(CertificateReader.read(credential.certificate()));
        out.note(out.texts().text(credential.practice() ? "sign.as.practice" : "sign.as", "holder", holder));
    }

    /** Before the PIN: who would rather not sign then can still leave it. */
    private void tellChecked(BatchEvent event, Credential credential) {
        if (!(event instanceof BatchEvent.Checked(RevocationState state))) {
            return;
        }
        revocation = state;
        if (state instanceof NotKnown(RevocationProblem why)) {
            out.problem(why);
        }
        // What its issuer says of this very one counts for more than what it did to the others.
        if (state instanceof NotKnown || state instanceof NotAsked) {
            withdrawn = WithdrawnCards.tell(credential, wiring.issuerRoutes(), out);
        }
    }

    /** Only a person who waits at a terminal is told how far it is. */
    private void tell(BatchEvent event, DocumentScan scan, Inputs inputs) {
        if (!terminal.interactive()) {
            return;
        }
        switch (event) {
            case BatchEvent.Checked _, BatchEvent.Opened _, BatchEvent.Ended _ -> {}
            case BatchEvent.Recording _ -> out.note(out.texts().text("sign.recording"));
            case BatchEvent.Signing(int index) -> {
                BatchDocument document = scan.documents().get(index);
                out.note(out.texts()
                        .text(
                                "sign.progress",
                                Map.of(
                                        "number",
                                        String.valueOf(index + 1),
                                        "total",
                                        String.valueOf(scan.documents().size()),
                                        "file",
                                        inputs.shown(document.input()))));
            }
        }
    }
}
