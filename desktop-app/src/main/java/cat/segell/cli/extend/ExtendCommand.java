// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.extend;

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
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LevelUnsupported;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell extend}: adds to signed documents what keeps their signatures checkable for longer. */
@picocli.CommandLine.Command(name = "extend")
public final class ExtendCommand extends Command {

    @Parameters(paramLabel = Label.FILE_OR_DIR, arity = "1..*", descriptionKey = "extend.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--level", paramLabel = "T|LT|LTA", required = true, descriptionKey = "extend.level")
    private String level = "";

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "tsa")
    private List<String> tsa = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "PEM|" + Label.DIR + "|practice:", descriptionKey = "extend.trust")
    private List<String> trust = new ArrayList<>();

    @Option(names = "--out", paramLabel = Label.DIR, descriptionKey = "extend.out")
    private @Nullable Path out;

    @Option(names = "--allow-pending", descriptionKey = "allowPending")
    private boolean allowPending;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public ExtendCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start configured, Out told) throws ProblemException {
        Start start = configured.with(options());
        try (Wiring wiring = new Wiring(start)) {
            List<Path> trusted = new TrustWords(trust).places(invocation().terminal());
            Extender extender = wiring.extender(start.preferences().tsa(), trusted, allowPrivateNetwork);
            Inputs inputs = new Inputs(invocation().terminal(), files);
            ExtendOutcome outcome = new ExtendRun(
                            extender,
                            level(level),
                            start.preferences().output().map(invocation().terminal()::resolve),
                            start.dirs().work(),
                            wiring.timestamps()::practised)
                    .extend(inputs);
            told.document(outcome.json(inputs, told));
            outcome.tell(inputs, invocation().terminal(), told);
            return outcome.status(allowPending);
        }
    }

    /** What was given, as settings: so that a lock holds here too. */
    private Map<Setting, Value> options() {
        Map<Setting, Value> options = new EnumMap<>(Setting.class);
        if (!tsa.isEmpty()) {
            options.put(Setting.TSA, new Value.Words(tsa));
        }
        if (out != null) {
            options.put(Setting.OUTPUT, new Value.Word(out.toString()));
        }
        return options;
    }

    private static SignatureLevel level(String word) throws ProblemException {
        Set<SignatureLevel> higher = EnumSet.range(SignatureLevel.T, SignatureLevel.LTA);
        return SignatureLevel.of(word)
                .filter(higher::contains)
                .orElseThrow(() -> new ProblemException(new LevelUnsupported(
                        word, higher.stream().map(Enum::name).toList())));
    }
}
