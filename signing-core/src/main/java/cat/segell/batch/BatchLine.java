// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.batch.FinishingStep.Over;
import cat.segell.batch.FinishingStep.Signature;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.CertificateProblem;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.InternalProblem;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.LedgerProblem;
import cat.segell.problem.ListProblem;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.ReaderProblem;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.ServiceProblem;
import cat.segell.problem.SettingProblem;
import cat.segell.problem.UsageProblem;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a batch's documents past its key, in their order. While the key signs one, those after it are prepared and those before it
 * are finished.
 */
final class BatchLine {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLine.class);

    /** Signed and not in their places yet. */
    private static final int MOST_BEHIND = 16;

    private final BatchRequest request;
    private final Signer signer;
    private final BatchKey key;
    private final DuplicateGuard duplicates;
    private final Path home;
    private final JournalEntry journal;
    private final Set<Path> writable = ConcurrentHashMap.newKeySet();
    /** In bytes, generously: what is signed and not in its place yet, by index. */
    private final Map<Integer, Long> underWay = new ConcurrentHashMap<>();

    private final AtomicReference<Optional<Problem>> common = new AtomicReference<>(Optional.empty());

    BatchLine(
            BatchRequest request,
            Signer signer,
            BatchKey key,
            DuplicateGuard duplicates,
            Path home,
            JournalEntry journal) {
        this.request = request;
        this.signer = signer;
        this.key = key;
        this.duplicates = duplicates;
        this.home = home;
        this.journal = journal;
    }

    /**
     * @param unfit what keeps all of them from being signed
     * @param events that bears being told from several threads
     */
    List<DocumentResult> sign(Optional<Problem> unfit, Consumer<BatchEvent> events, BooleanSupplier stop) {
        common.set(unfit);
        List<BatchDocument> documents = request.documents();
        List<DocumentResult> results = new ArrayList<>();
        FinishedGroup group = new FinishedGroup(signer, journal, writable::remove, over -> {
            noteCommon(over.result());
            underWay.remove(over.index());
            results.add(over.result());
            events.accept(new BatchEvent.Ended(over.index(), over.result()));
        });
        try (Preparing ahead = new Preparing(documents.size(), this::prepare);
                Finishing behind = behind(group)) {
            for (int index = 0; index < documents.size(); index++) {
                Path input = documents.get(index).input();
                if (common.get().isPresent()) {
                    behind.take(new Over(index, new Failed(input, common.get().get())));
                } else if (stop.getAsBoolean()) {
                    behind.take(new Over(index, new Failed(input, new SigningStopped(input))));
                } else {
                    behind.take(sign(index, ahead.next(), behind, events));
                }
            }
            behind.await();
        }
        return results;
    }

    /**
     * Where a level is required, the key would make signatures that are thrown away if it went on. Where somebody is asked for each
     * document, none waits for another to be written down with.
     */
    private Finishing behind(FinishedGroup group) {
        int most = request.profile().levelRequired() ? 0 : MOST_BEHIND;
        int together = request.profile().level() == SignatureLevel.B ? MOST_BEHIND : 1;
        return new Finishing(group, most, together);
    }

    private FinishingStep sign(int index, Prepared prepared, Finishing behind, Consumer<BatchEvent> events) {
        return switch (prepared) {
            case Prepared.Over(DocumentResult result) -> over(index, result);
            case Prepared.Ready ready -> sign(index, ready, behind, events);
        };
    }

    private FinishingStep sign(int index, Prepared.Ready ready, Finishing behind, Consumer<BatchEvent> events) {
        try {
            guardRoom(index, ready, behind);
            return new Signature(
                    index, ready, key.sign(ready.document(), () -> events.accept(new BatchEvent.Signing(index))));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            ready.close();
            return over(index, new Failed(ready.file().source(), e.problem()));
        }
    }

    /** What is under way takes less than it may: where the disk seems too small, it is looked at when all that is in its place. */
    private void guardRoom(int index, Prepared.Ready ready, Finishing behind) throws ProblemException {
        long room = Signer.room(ready.document());
        long promised = underWay.values().stream().mapToLong(Long::longValue).sum();
        if (!OutputFile.hasRoom(ready.place().folder(), promised + room)) {
            behind.await();
            OutputFile.demandRoom(ready.place().folder(), room);
        }
        underWay.put(index, room);
    }

    private Over over(int index, DocumentResult result) {
        noteCommon(result);
        return new Over(index, result);
    }

    private Prepared prepare(int index) {
        BatchDocument document = request.documents().get(index);
        try {
            return prepare(document, WorkFolder.create(home));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return new Prepared.Over(new Failed(document.input(), e.problem()));
        }
    }

    private Prepared prepare(BatchDocument document, WorkFolder work) throws ProblemException {
        Optional<Prepared> kept = Optional.empty();
        try {
            Prepared prepared = prepare(document, document.read(work), work);
            kept = Optional.of(prepared).filter(Prepared.Ready.class::isInstance);
            return prepared;
        } finally {
            if (kept.isEmpty()) {
                work.close();
            }
        }
    }

    private Prepared prepare(BatchDocument document, DocumentFile file, WorkFolder work) throws ProblemException {
        guardShown(document, file);
        PreparedDocument prepared = signer.prepare(file, request.credential(), request.profile());
        Optional<SignedByHolder> before =
                document.again() ? Optional.empty() : duplicates.check(prepared, request.credential());
        if (before.isPresent()) {
            return new Prepared.Over(new Skipped(document.input(), before));
        }
        OutputName place = place(document, prepared);
        guardPlace(place, Signer.room(prepared));
        return new Prepared.Ready(work, file, prepared, place);
    }

    /** What was shown is what is signed: the file may have been exchanged between the list and the PIN. */
    private static void guardShown(BatchDocument document, DocumentFile file) throws ProblemException {
        if (document.shown().filter(shown -> !shown.equals(file.sha256())).isPresent()) {
            throw new ProblemException(new DocumentChanged(document.input()));
        }
    }

    /** Before the PIN: a signature that can't be put anywhere is not worth one. It is found out again when it is put. */
    private void guardPlace(OutputName place, long room) throws ProblemException {
        Path folder = place.folder();
        if (!writable.contains(folder)) {
            OutputFile.probe(folder);
            writable.add(folder);
        }
        OutputFile.guardName(place);
        OutputFile.demandRoom(folder, room);
    }

    private OutputName place(BatchDocument document, PreparedDocument prepared) {
        return OutputName.signed(document.input(), document.below(), request.output(), prepared.ending());
    }

    /**
     * What keeps the following documents from being signed as well. A service that fails where its level is required is such
     * a thing: the key would make signatures that are thrown away.
     */
    private void noteCommon(DocumentResult result) {
        if (result instanceof Failed failed && isCommon(failed.problem())) {
            boolean _ = common.compareAndSet(Optional.empty(), Optional.of(failed.problem()));
        }
    }

    private static boolean isCommon(Problem problem) {
        return switch (problem) {
            case DocumentProblem _ -> false;
            case CertificateProblem _,
                    InternalProblem _,
                    KeyProblem _,
                    ReaderProblem _,
                    LedgerProblem _,
                    ListProblem _,
                    PinProblem _,
                    RevocationProblem _,
                    ServiceProblem _,
                    SettingProblem _,
                    UsageProblem _ -> true;
        };
    }
}
