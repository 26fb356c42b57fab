// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.batch;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.keys.FormerKey;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.BatchOrder;
import cat.segell.batch.journal.Resumption;
import cat.segell.cli.Command;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.cli.pin.PinOptions;
import cat.segell.cli.sign.SignOrder;
import cat.segell.cli.sign.SignRun;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell batch resume ID}: signs what was left of it, with the same key and in the same way. */
@picocli.CommandLine.Command(name = "resume")
public final class ResumeCommand extends Command {

    @Parameters(paramLabel = BatchCommand.ID, descriptionKey = "batch.id")
    private String id = "";

    @Option(names = "--allow-pending", descriptionKey = "allowPending")
    private boolean allowPending;

    @Mixin
    private final PinOptions pin = new PinOptions();

    public ResumeCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out told) throws ProblemException {
        try (Wiring wiring = new Wiring(start);
                Resumption resumption = wiring.journal().resume(id)) {
            List<Path> files =
                    resumption.left().stream().map(BatchDocument::input).toList();
            Inputs inputs = new Inputs(invocation().terminal(), files);
            return new SignRun(wiring, told, invocation().terminal())
                    .finish(order(resumption, files, wiring), inputs, pin.atHand(invocation(), wiring), allowPending);
        }
    }

    private static SignOrder order(Resumption resumption, List<Path> files, Wiring wiring) throws ProblemException {
        BatchOrder order = resumption.batch().order();
        AskedServices asked = order.services();
        return new SignOrder(
                files,
                Optional.of(new FormerKey(order).reference()),
                order.profile(),
                Optional.empty(),
                wiring.services(asked.timestamps(), order.profile().level(), asked.trusted(), asked.privateNetwork()),
                order.output(),
                Optional.empty(),
                order.notarise(),
                false,
                order.allowExpired(),
                Optional.of(resumption));
    }
}
