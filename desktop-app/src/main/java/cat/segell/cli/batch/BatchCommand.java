// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.batch;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell batch}: what was signed together. */
@picocli.CommandLine.Command(name = "batch")
public final class BatchCommand extends GroupCommand {

    static final String ID = "ID";

    public BatchCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell batch list}: newest first. */
    @picocli.CommandLine.Command(name = "list")
    public static final class Listed extends Command {

        public Listed(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                List<JournaledBatch> batches = wiring.journal().list();
                BatchWriting writing = new BatchWriting(out);
                out.document(
                        Map.of("batches", batches.stream().map(writing::summary).toList()));
                writing.tell(batches);
                return ExitStatus.DONE;
            }
        }
    }

    /** What is done with one of them. */
    abstract static class OfOne extends Command {

        @Parameters(paramLabel = ID, descriptionKey = "batch.id")
        private String id = "";

        OfOne(Invocation invocation) {
            super(invocation);
        }

        abstract void run(Wiring wiring, String batch, Out out) throws ProblemException;

        @Override
        protected final int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                run(wiring, id, out);
                return ExitStatus.DONE;
            }
        }
    }

    /** {@code segell batch show ID}: each of its documents. */
    @picocli.CommandLine.Command(name = "show")
    public static final class Shown extends OfOne {

        @Option(names = "--summary", paramLabel = "F.{csv,html,pdf}", descriptionKey = "batch.summary")
        private @Nullable Path summary;

        public Shown(Invocation invocation) {
            super(invocation);
        }

        @Override
        void run(Wiring wiring, String batch, Out out) throws ProblemException {
            Optional<SummaryFile> file = summary == null
                    ? Optional.empty()
                    : Optional.of(SummaryFile.of(invocation().terminal().resolve(summary)));
            JournaledBatch found = wiring.journal().find(batch);
            if (file.isPresent()) {
                file.get().write(found, out.language());
            }
            BatchWriting writing = new BatchWriting(out);
            out.document(writing.document(found));
            writing.tell(found, invocation().terminal());
            file.ifPresent(written -> out.say(
                    "batch.summary.written",
                    Map.of("file", Inputs.near(invocation().terminal(), written.place()))));
        }
    }

    /** {@code segell batch forget ID}: takes it off the list; the documents stay. */
    @picocli.CommandLine.Command(name = "forget")
    public static final class Forgotten extends OfOne {

        public Forgotten(Invocation invocation) {
            super(invocation);
        }

        @Override
        void run(Wiring wiring, String batch, Out out) throws ProblemException {
            JournaledBatch forgotten = wiring.journal().forget(batch);
            out.document(Map.of("forgotten", forgotten.id()));
            out.say("batch.forgotten", Map.of("count", forgotten.signed()));
            long pending = wiring.pending().list().stream()
                    .filter(work -> work.origin().batch().equals(forgotten.id()))
                    .count();
            if (pending > 0) {
                out.say("batch.forgotten.pending", Map.of("count", pending, "segell", out.segell()));
            }
        }
    }
}
