// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.TrustWords;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell verify}. */
@picocli.CommandLine.Command(name = "verify")
public final class VerifyCommand extends Command {

    @Parameters(paramLabel = Label.FILE, arity = "1..*", descriptionKey = "verify.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "PEM|" + Label.DIR + "|practice:", descriptionKey = "trust")
    private List<String> trust = new ArrayList<>();

    @Option(names = "--original", paramLabel = Label.FILE, descriptionKey = "verify.original")
    private @Nullable Path original;

    @Option(names = "--receipt", paramLabel = Label.FILE, descriptionKey = "verify.receipt")
    private List<Path> receipts = new ArrayList<>();

    @Option(names = "--log", paramLabel = "VKEY", descriptionKey = "log")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--offline", descriptionKey = "offline")
    private boolean offline;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            return run(start, wiring, out);
        }
    }

    private int run(Start start, Wiring wiring, Out out) throws ProblemException {
        Inputs inputs = new Inputs(invocation().terminal(), files);
        List<Path> resolved =
                receipts.stream().map(invocation().terminal()::resolve).toList();
        // A damaged log of this home keeps nobody from a verdict that doesn't need it.
        ReceiptCheck check = resolved.isEmpty() && logs.isEmpty()
                ? ReceiptCheck.none()
                : new ReceiptCheck(wiring.ledger().receipts(logs), resolved);
        Validator validator = offline ? wiring.validator() : wiring.onlineValidator(allowPrivateNetwork);
        VerifyRun run = new VerifyRun(
                validator,
                anchors(wiring),
                check,
                start.dirs().work(),
                Optional.ofNullable(original).map(invocation().terminal()::resolve));
        List<VerifyOutcome> outcomes = run.verify(inputs);
        out.document(Map.of(
                "documents",
                outcomes.stream().map(outcome -> outcome.json(inputs, out)).toList()));
        outcomes.forEach(outcome -> outcome.tell(inputs, out));
        if (outcomes.stream().anyMatch(VerifyOutcome::isUndetermined)) {
            ListNote.tell(wiring.lists(), out);
        }
        return ExitStatus.first(outcomes.stream()
                .flatMap(outcome -> outcome.statuses().stream())
                .toList());
    }

    private TrustAnchors anchors(Wiring wiring) throws ProblemException {
        TrustWords named = new TrustWords(trust);
        return wiring.anchors(named.places(invocation().terminal()), named.practice());
    }
}
