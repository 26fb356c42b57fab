// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.PendingJournal;
import cat.segell.batch.journal.PendingTable;
import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.queue.LevelRaise.Raised;
import cat.segell.batch.queue.WorkEnd.Done;
import cat.segell.batch.queue.WorkEnd.Dropped;
import cat.segell.batch.queue.WorkEnd.Waiting;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.SettingProblem.JournalFull;
import cat.segell.problem.SettingProblem.JournalUnusable;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is pending, one file after another. Where nothing is, nobody is asked for anything. */
public final class QueueRun {

    private static final Logger LOG = LoggerFactory.getLogger(QueueRun.class);

    private final PendingJournal journal;
    private final QueueServices services;
    private final Path home;
    private final InstantSource clock;

    /** @param home where private copies are kept while they are needed */
    public QueueRun(PendingJournal journal, QueueServices services, Path home, InstantSource clock) {
        this.journal = journal;
        this.services = services;
        this.home = home;
        this.clock = clock;
    }

    /**
     * @param all also what isn't due
     * @param stop asked before each file
     * @throws ProblemException where the journal can't be used
     */
    public QueueResult run(boolean all, BooleanSupplier stop) throws ProblemException {
        List<PendingWork> listed = journal.list();
        if (listed.stream().noneMatch(work -> all || work.isDue(clock.instant()))) {
            return new QueueResult(false, List.of(), listed, dropped());
        }
        Optional<PendingTable> taken = journal.take();
        if (taken.isEmpty()) {
            return new QueueResult(true, List.of(), listed, List.of());
        }
        try (PendingTable table = taken.get()) {
            List<WorkEnd> ends = run(table, all, stop);
            return new QueueResult(
                    false,
                    only(ends, Done.class),
                    only(ends, Waiting.class).stream().map(Waiting::work).toList(),
                    dropped());
        }
    }

    /** For which nothing more is done, and nobody was told of yet. */
    public List<Dropped> dropped() throws ProblemException {
        return journal.ended().stream().map(Dropped::of).toList();
    }

    /** Somebody was told: nobody is told again. */
    public void told(List<Dropped> dropped) throws ProblemException {
        journal.forget(dropped.stream().map(Dropped::work).toList());
    }

    private List<WorkEnd> run(PendingTable table, boolean all, BooleanSupplier stop) throws ProblemException {
        Turn turn = new Turn(table);
        List<WorkEnd> ends = new ArrayList<>();
        for (PendingWork work : table.list()) {
            boolean now = (all || work.isDue(clock.instant())) && !table.isUnderWay(work) && !stop.getAsBoolean();
            ends.add(now ? turn.end(work) : new Waiting(work));
        }
        return ends;
    }

    private static <T extends WorkEnd> List<T> only(List<WorkEnd> ends, Class<T> kind) {
        return ends.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** One run, in which who didn't answer isn't waited for again. */
    private final class Turn {

        private final PendingTable table;
        private final ReceiptRenewal receipts = new ReceiptRenewal(services);
        private final LevelRaise levels;
        private final Map<AskedServices, Extender> extenders = new HashMap<>();

        Turn(PendingTable table) {
            this.table = table;
            this.levels = new LevelRaise(table, receipts, home);
        }

        WorkEnd end(PendingWork work) throws ProblemException {
            Step settled = attempt(work, () -> new Raised(levels.settled(work), Optional.empty()));
            if (settled.problem().isPresent()) {
                return end(settled.work(), settled.problem().get());
            }
            Step raised = raise(settled.work());
            Optional<Problem> missed = raised.problem();
            if (missed.filter(QueueRun::isFileLost).isPresent()
                    || !raised.work().receipt()) {
                return end(raised.work(), work, missed, Optional.empty());
            }
            try {
                Optional<Path> receipt = receipts.record(raised.work());
                return end(table.recorded(raised.work()), work, missed, receipt);
            } catch (ProblemException e) {
                LOG.info("{}", ProblemTrace.of(e));
                return waiting(
                        raised.work(),
                        missed.filter(problem -> !isHopeless(problem)).orElse(e.problem()));
            }
        }

        private Step raise(PendingWork work) throws ProblemException {
            return work.level().isPresent()
                    ? attempt(work, () -> levels.raise(work, work.level().get(), extender(work.services())))
                    : new Step(work, Optional.empty());
        }

        private Extender extender(AskedServices asked) throws ProblemException {
            Extender known = extenders.get(asked);
            if (known != null) {
                return known;
            }
            Extender made = services.extender(asked);
            extenders.put(asked, made);
            return made;
        }

        private WorkEnd end(PendingWork now, PendingWork before, Optional<Problem> missed, Optional<Path> receipt)
                throws ProblemException {
            if (!now.isDone()) {
                return end(now, missed.orElseThrow());
            }
            table.remove(now);
            boolean raised = !now.written().equals(before.written());
            return new Done(now.file(), now.written(), before.level().filter(_ -> raised), receipt);
        }

        private WorkEnd end(PendingWork work, Problem problem) throws ProblemException {
            if (!isHopeless(problem)) {
                return waiting(work, problem);
            }
            table.end(work, problem);
            return new Dropped(work, problem);
        }

        private Waiting waiting(PendingWork work, Problem problem) throws ProblemException {
            return new Waiting(table.failed(work, problem));
        }
    }

    /** @param problem why it went no further */
    private record Step(PendingWork work, Optional<Problem> problem) {}

    private interface Raising {
        Raised raised() throws ProblemException;
    }

    /** @throws ProblemException where it can't be written down: then the run ends, and the next one finds out what was done */
    private static Step attempt(PendingWork work, Raising raising) throws ProblemException {
        try {
            Raised raised = raising.raised();
            return new Step(raised.work(), raised.missed());
        } catch (ProblemException e) {
            if (e.problem() instanceof JournalUnusable || e.problem() instanceof JournalFull) {
                throw e;
            }
            LOG.info("{}", ProblemTrace.of(e));
            return new Step(work, Optional.of(e.problem()));
        }
    }

    private static boolean isFileLost(Problem problem) {
        return problem instanceof PendingFileChanged || problem instanceof PendingFileGone;
    }

    /** What no further try mends. */
    private static boolean isHopeless(Problem problem) {
        // Of any level: what counts is why.
        return isFileLost(problem) || !new Pending(SignatureLevel.T, problem).isReachable();
    }
}
