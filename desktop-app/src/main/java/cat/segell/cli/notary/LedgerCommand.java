// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Columns;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.notary.log.LogStatus;
import cat.segell.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code segell ledger}: this home's own log. */
@picocli.CommandLine.Command(name = "ledger")
public final class LedgerCommand extends GroupCommand {

    public LedgerCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell ledger status}: how it stands, and the key that verifies its receipts. */
    @picocli.CommandLine.Command(name = "status")
    public static final class Status extends Command {

        public Status(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                return tell(wiring.ledger().notary().status(), Map.of(), out);
            }
        }
    }

    /** {@code segell ledger verify}: recomputes the whole log from its entries. */
    @picocli.CommandLine.Command(name = "verify")
    public static final class Verify extends Command {

        public Verify(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            Optional<LogStatus> status;
            try (Wiring wiring = new Wiring(start)) {
                status = wiring.ledger().notary().verify();
            }
            int exit = tell(status, Map.of("valid", true), out);
            if (status.isPresent()) {
                out.say("ledger.verified");
            }
            return exit;
        }
    }

    private static int tell(Optional<LogStatus> status, Map<String, Object> more, Out out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("size", status.map(LogStatus::size).orElse(0L));
        status.ifPresent(log -> {
            document.put("log", log.origin());
            document.put("vkey", log.vkey());
            document.put("root", log.root());
            document.put("checkpoint", log.checkpoint());
            document.put("folder", log.folder().toString());
            document.putAll(more);
        });
        out.document(document);
        if (status.isEmpty()) {
            out.say("ledger.empty");
            return ExitStatus.DONE;
        }
        Columns table = new Columns();
        table.row(out.texts().text("ledger.log"), status.get().origin());
        table.row(out.texts().text("ledger.size"), String.valueOf(status.get().size()));
        table.row(out.texts().text("ledger.vkey"), status.get().vkey());
        table.row(out.texts().text("ledger.root"), status.get().root());
        table.row(out.texts().text("ledger.folder"), status.get().folder().toString());
        table.lines().forEach(out::line);
        return ExitStatus.DONE;
    }
}
