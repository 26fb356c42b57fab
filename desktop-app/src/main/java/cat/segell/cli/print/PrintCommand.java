// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.print;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.cli.Command;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.TrustWords;
import cat.segell.print.VerificationCode;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionAlone;
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

/** {@code segell print}: a copy of a signed PDF for people to read. */
@picocli.CommandLine.Command(name = "print")
public final class PrintCommand extends Command {

    @Parameters(paramLabel = Label.FILE, arity = "1", descriptionKey = "print.file")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = Label.FILE, descriptionKey = "print.out")
    private @Nullable Path place;

    @Option(names = "--csv", paramLabel = Label.TEXT, descriptionKey = "print.csv")
    private @Nullable String csv;

    @Option(names = "--csv-url", paramLabel = "URL", descriptionKey = "print.csvUrl")
    private @Nullable String csvUrl;

    @Option(names = "--trust", paramLabel = "PEM|" + Label.DIR + "|practice:", descriptionKey = "trust")
    private List<String> trust = new ArrayList<>();

    @Option(names = "--offline", descriptionKey = "offline")
    private boolean offline;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public PrintCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start configured, Out told) throws ProblemException {
        Start start = configured.with(csvUrl == null ? Map.of() : Map.of(Setting.CSV_URL, new Value.Word(csvUrl)));
        Optional<VerificationCode> code = code(start);
        CopyPlace to = CopyPlace.of(
                invocation().terminal().resolve(file),
                Optional.ofNullable(place).map(invocation().terminal()::resolve));
        try (Wiring wiring = new Wiring(start)) {
            TrustWords named = new TrustWords(trust);
            TrustAnchors anchors = wiring.anchors(named.places(invocation().terminal()), named.practice());
            Validator validator = offline ? wiring.validator() : wiring.onlineValidator(allowPrivateNetwork);
            PrintOutcome outcome =
                    new PrintRun(validator, anchors, start.dirs().work()).print(to, code, told.language());
            Inputs inputs = new Inputs(invocation().terminal(), List.of(file));
            told.document(outcome.json(inputs));
            outcome.tell(inputs, invocation().terminal(), told);
            return outcome.status();
        }
    }

    private Optional<VerificationCode> code(Start start) throws ProblemException {
        if (csv == null) {
            if (csvUrl != null) {
                throw new ProblemException(new OptionAlone("--csv-url", "--csv"));
            }
            return Optional.empty();
        }
        return Optional.of(VerificationCode.of(csv, start.preferences().csvUrl()));
    }
}
