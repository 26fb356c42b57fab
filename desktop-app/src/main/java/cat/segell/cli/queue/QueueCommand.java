// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.queue;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.queue.QueueResult;
import cat.segell.batch.queue.QueueRun;
import cat.segell.batch.queue.WorkEnd.Dropped;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell queue}: pending work. */
@picocli.CommandLine.Command(name = "queue")
public final class QueueCommand extends GroupCommand {

    public QueueCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell queue list}: oldest first. */
    @picocli.CommandLine.Command(name = "list")
    public static final class Listed extends Command {

        public Listed(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                List<PendingWork> pending = wiring.pending().list();
                List<Dropped> dropped = wiring.queue().dropped();
                QueueWriting writing = new QueueWriting(out, invocation().terminal(), Instant.now());
                out.document(writing.document(pending, dropped));
                writing.tell(pending, dropped);
                return ExitStatus.DONE;
            }
        }
    }

    /** {@code segell queue run}: does what is due. */
    @picocli.CommandLine.Command(name = "run")
    public static final class Run extends Command {

        @Option(names = "--now", descriptionKey = "queue.now")
        private boolean now;

        public Run(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                QueueRun queue = wiring.queue();
                QueueResult result = queue.run(now, () -> false);
                QueueWriting writing = new QueueWriting(out, invocation().terminal(), Instant.now());
                out.document(writing.document(result));
                writing.tell(result);
                queue.told(result.dropped());
                return status(result);
            }
        }

        /** Who leaves it to another one has nothing to tell. */
        private static int status(QueueResult result) {
            List<Integer> statuses = new ArrayList<>();
            if (!result.busy() && !result.pending().isEmpty()) {
                statuses.add(ExitStatus.SERVICE);
            }
            result.dropped().forEach(dropped -> statuses.add(ExitStatus.of(dropped.problem())));
            return ExitStatus.first(statuses);
        }
    }

    /** {@code segell queue forget FILE}: what it lacks isn't wanted any more. */
    @picocli.CommandLine.Command(name = "forget")
    public static final class Forgotten extends Command {

        @Parameters(paramLabel = Label.FILE, arity = "1..*", descriptionKey = "queue.files")
        private List<Path> files = new ArrayList<>();

        public Forgotten(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            List<Path> named =
                    files.stream().map(invocation().terminal()::resolve).toList();
            try (Wiring wiring = new Wiring(start)) {
                List<PendingWork> wanted = wiring.pending().list().stream()
                        .filter(work -> named.contains(work.file()))
                        .toList();
                wiring.pending().forget(wanted);
                out.document(Map.of(
                        "forgotten",
                        wanted.stream().map(work -> work.file().toString()).toList()));
                out.say(wanted.isEmpty() ? "queue.forgotten.none" : "queue.forgotten", Map.of("count", wanted.size()));
                return ExitStatus.DONE;
            }
        }
    }
}
