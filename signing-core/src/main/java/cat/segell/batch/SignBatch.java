// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.CredentialSource;
import cat.segell.credential.PinEntry;
import cat.segell.notary.Registrar;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.Signer;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.validation.Validator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs documents with one key, opened once: one PIN, one session. */
public final class SignBatch {

    private static final Logger LOG = LoggerFactory.getLogger(SignBatch.class);

    private final CredentialSource source;
    private final Signer signer;
    private final Optional<Registrar> registrar;
    private final Path home;
    private final RevocationCheck revocation;
    private final DuplicateGuard duplicates;
    private final Journal journal;
    private final Pause pause;

    /**
     * @param registrar absent where nothing can be recorded
     * @param home where private copies are kept while they are needed
     */
    public SignBatch(CredentialSource source, Signer signer, Optional<Registrar> registrar, Path home) {
        this(
                source,
                signer,
                registrar,
                home,
                RevocationCheck.NONE,
                new DuplicateGuard(Optional.empty()),
                Journal.NONE,
                Pause.NONE);
    }

    private SignBatch(
            CredentialSource source,
            Signer signer,
            Optional<Registrar> registrar,
            Path home,
            RevocationCheck revocation,
            DuplicateGuard duplicates,
            Journal journal,
            Pause pause) {
        this.source = source;
        this.signer = signer;
        this.registrar = registrar;
        this.home = home;
        this.revocation = revocation;
        this.duplicates = duplicates;
        this.journal = journal;
        this.pause = pause;
    }

    /** The same, which asks before the PIN whether the certificate was revoked. */
    public SignBatch asking(RevocationCheck check) {
        return new SignBatch(source, signer, registrar, home, check, duplicates, journal, pause);
    }

    /**
     * The same, which leaves alone what the same person has signed already.
     *
     * @param judge that asks nobody
     */
    public SignBatch sparing(Validator judge) {
        return new SignBatch(
                source, signer, registrar, home, revocation, new DuplicateGuard(Optional.of(judge)), journal, pause);
    }

    /** The same, which writes down how far it is. */
    public SignBatch keeping(Journal kept) {
        return new SignBatch(source, signer, registrar, home, revocation, duplicates, kept, pause);
    }

    /** The same, which waits for somebody to put right what its key breaks at. */
    public SignBatch pausing(Pause by) {
        return new SignBatch(source, signer, registrar, home, revocation, duplicates, journal, by);
    }

    /**
     * Whatever goes wrong is told in the result; nothing is thrown but programming errors. The first document is prepared
     * before the key is opened: where nothing can be signed, nobody is asked for a PIN.
     *
     * @param events told one at a time, of each document in order; on several threads
     * @param stop asked before each document
     */
    public BatchResult run(BatchRequest request, PinEntry entry, Consumer<BatchEvent> events, BooleanSupplier stop) {
        return runTelling(request, entry, oneAtATime(events), stop);
    }

    /** Documents are told of where they end, which is not where the key signs. */
    private static Consumer<BatchEvent> oneAtATime(Consumer<BatchEvent> events) {
        Object turn = new Object();
        return event -> {
            synchronized (turn) {
                events.accept(event);
            }
        };
    }

    private BatchResult runTelling(
            BatchRequest request, PinEntry entry, Consumer<BatchEvent> events, BooleanSupplier stop) {
        Instant begun = Instant.now();
        Begun batch = begin(request, new CertificateGuard(revocation, begun).check(request, events));
        try (JournalEntry kept = batch.entry();
                BatchKey key = new BatchKey(
                        source, request.credential(), entry, pause, use -> events.accept(new BatchEvent.Opened(use)))) {
            BatchLine line =
                    new BatchLine(request, signer, new Preparation(request, signer, duplicates, home), key, kept);
            BatchRecords records = new BatchRecords(registrar, events);
            List<DocumentResult> results = records.record(request, line.sign(batch.unfit(), events, stop));
            kept.recorded(results);
            return new BatchResult(kept.id(), begun, results);
        }
    }

    /** @param unfit what keeps all documents from being signed: then there is nothing to write down */
    private record Begun(JournalEntry entry, Optional<Problem> unfit) {}

    private Begun begin(BatchRequest request, Optional<Problem> unfit) {
        if (unfit.isPresent()) {
            return new Begun(Journal.unkept(), unfit);
        }
        try {
            return new Begun(journal.begin(request), unfit);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return new Begun(Journal.unkept(), Optional.of(e.problem()));
        }
    }
}
