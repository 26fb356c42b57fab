// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.FinishingStep.Over;
import cat.segell.batch.FinishingStep.Signature;
import cat.segell.document.OutputFile;
import cat.segell.problem.CertificateProblem;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DiskFull;
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
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int MOST_BEHIND_SERVICES = 2;

    private final BatchRequest request;
    private final Signer signer;
    private final Preparation preparation;
    private final BatchKey key;
    private final JournalEntry journal;
    /** In bytes, generously: what is signed and not in its place yet, by index. */
    private final Map<Integer, Long> underWay = new ConcurrentHashMap<>();

    private final AtomicReference<Optional<Problem>> common = new AtomicReference<>(Optional.empty());

    BatchLine(BatchRequest request, Signer signer, Preparation preparation, BatchKey key, JournalEntry journal) {
        this.request = request;
        this.signer = signer;
        this.preparation = preparation;
        this.key = key;
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
        FinishedGroup group = new FinishedGroup(signer, journal, preparation::doubt, over -> {
            noteCommon(over.result());
            underWay.remove(over.index());
            results.add(over.result());
            events.accept(new BatchEvent.Ended(over.index(), over.result()));
        });
        try (Preparing ahead = new Preparing(documents.size(), preparation::of);
                Finishing behind = behind(group)) {
            boolean stopped = false;
            for (int index = 0; index < documents.size(); index++) {
                stopped |= stop.getAsBoolean();
                Path input = documents.get(index).input();
                if (common.get().isPresent()) {
                    behind.take(new Over(index, new Failed(input, common.get().get())));
                } else if (stopped) {
                    behind.take(new Over(index, new Failed(input, new SigningStopped(input))));
                } else {
                    behind.take(sign(index, ahead, behind, events));
                }
            }
            behind.await();
        }
        return results;
    }

    /**
     * Where a level is required, the key would make signatures that are thrown away if it went on. Where services are asked for each
     * document, few wait, so that a batch that is stopped comes to its end, and none waits for another to be written down with.
     */
    private Finishing behind(FinishedGroup group) {
        if (request.profile().levelRequired()) {
            return new Finishing(group, 0, 1);
        }
        boolean alone = request.profile().level() == SignatureLevel.B;
        return alone ? new Finishing(group, MOST_BEHIND, MOST_BEHIND) : new Finishing(group, MOST_BEHIND_SERVICES, 1);
    }

    private FinishingStep sign(int index, Preparing ahead, Finishing behind, Consumer<BatchEvent> events) {
        Prepared prepared = next(index, ahead, behind);
        while (prepared instanceof Prepared.Ready ready) {
            try {
                return signed(index, ready, behind, events);
            } catch (ProblemException e) {
                LOG.info("{}", ProblemTrace.of(e));
                if (!key.goesOn(e.problem())) {
                    return over(index, new Failed(ready.file().source(), e.problem()));
                }
                // What was prepared before a pause claims to be signed at that time.
                prepared = ahead.anew(index);
            }
        }
        return over(index, ((Prepared.Over) prepared).result());
    }

    /** Where the copies under way fill the disk, it is tried once more when they are gone. */
    private static Prepared next(int index, Preparing ahead, Finishing behind) {
        Prepared prepared = ahead.next();
        boolean full = prepared instanceof Prepared.Over(DocumentResult result)
                && result instanceof Failed failed
                && failed.problem() instanceof DiskFull;
        if (full) {
            behind.await();
            return ahead.anew(index);
        }
        return prepared;
    }

    private Signature signed(int index, Prepared.Ready ready, Finishing behind, Consumer<BatchEvent> events)
            throws ProblemException {
        Optional<Signature> signature = Optional.empty();
        try {
            guardRoom(index, ready, behind);
            byte[] value = key.sign(ready.document(), () -> events.accept(new BatchEvent.Signing(index)));
            signature = Optional.of(new Signature(index, ready, value));
            return signature.get();
        } finally {
            if (signature.isEmpty()) {
                ready.close();
            }
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
