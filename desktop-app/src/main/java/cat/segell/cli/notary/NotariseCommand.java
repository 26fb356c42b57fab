// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell notarise}: records documents as they are, signed or not. */
@picocli.CommandLine.Command(name = "notarise")
public final class NotariseCommand extends Command {

    @Parameters(paramLabel = Label.FILE_OR_DIR, arity = "1..*", descriptionKey = "notarise.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--receipts", paramLabel = Label.DIR, descriptionKey = "receipts")
    private @Nullable Path receipts;

    @Mixin
    private final MetadataOptions metadata = new MetadataOptions();

    public NotariseCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        Inputs inputs = new Inputs(invocation().terminal(), files);
        Optional<Path> folder = Optional.ofNullable(receipts).map(invocation().terminal()::resolve);
        NotariseOutcome outcome;
        try (Wiring wiring = new Wiring(start)) {
            outcome = new NotariseRun(
                            wiring.ledger().notary(),
                            wiring.ledger().files(),
                            start.dirs().work(),
                            folder)
                    .record(inputs, metadata.of(invocation().terminal()));
        }
        out.document(outcome.json(inputs, out));
        outcome.tell(inputs, invocation().terminal(), out);
        return outcome.status();
    }
}
