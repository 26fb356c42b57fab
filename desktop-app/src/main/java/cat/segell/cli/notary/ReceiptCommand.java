// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import cat.segell.text.Showable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell receipt}: what a receipt of the ledger is worth. */
@picocli.CommandLine.Command(name = "receipt")
public final class ReceiptCommand extends GroupCommand {

    public ReceiptCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell receipt verify}. */
    @picocli.CommandLine.Command(name = "verify")
    public static final class Verify extends Command {

        @Parameters(paramLabel = Label.FILE, arity = "1", descriptionKey = "receipt.file")
        private @Nullable Path file;

        @Option(names = "--receipt", paramLabel = Label.FILE, required = true, descriptionKey = "receipt.receipt")
        private List<Path> receipts = new ArrayList<>();

        @Option(names = "--log", paramLabel = "VKEY", descriptionKey = "log")
        private List<String> logs = new ArrayList<>();

        public Verify(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            Path named = Objects.requireNonNull(file, "the parser demands it");
            Path input = invocation().terminal().resolve(named);
            ReceiptVerifier verifier;
            try (Wiring wiring = new Wiring(start)) {
                verifier = wiring.ledger().receipts(logs);
            }
            List<ReceiptCheck.Result> results = new ArrayList<>();
            try (WorkFolder work = WorkFolder.create(start.dirs().work());
                    DocumentFile document = DocumentFile.read(input, work)) {
                for (Path receipt : receipts) {
                    Path resolved = invocation().terminal().resolve(receipt);
                    results.add(new ReceiptCheck.Result(
                            input, resolved, verifier.verify(input, document.sha256(), resolved)));
                }
            }
            out.document(Map.of(
                    "receipts",
                    results.stream()
                            .map(result -> result.json(named.toString(), out))
                            .toList()));
            out.line(Showable.of(named.toString()));
            results.forEach(result -> result.tell(named.toString(), out));
            return ExitStatus.first(
                    results.stream().map(ReceiptCheck.Result::status).toList());
        }
    }
}
