// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.timestamp;

import cat.segell.app.Start;
import cat.segell.app.TimestampWiring;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.cli.Command;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampAuthority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell timestamp}: has an authority state that documents exist, without a key and without a signature. */
@picocli.CommandLine.Command(name = "timestamp")
public final class TimestampCommand extends Command {

    @Parameters(paramLabel = Label.FILE_OR_DIR, arity = "1..*", descriptionKey = "timestamp.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "tsa")
    private List<String> tsa = new ArrayList<>();

    @Option(names = "--out", paramLabel = Label.DIR, descriptionKey = "timestamp.out")
    private @Nullable Path out;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public TimestampCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start configured, Out told) throws ProblemException {
        Start start = configured.with(options());
        try (Wiring wiring = new Wiring(start)) {
            TimestampAuthority authority = TimestampWiring.oneOf(
                    wiring.timestamps().of(start.preferences().tsa(), allowPrivateNetwork));
            Inputs inputs = new Inputs(invocation().terminal(), files);
            TimestampOutcome outcome = new TimestampRun(
                            authority,
                            start.preferences().digest(),
                            start.preferences().output().map(invocation().terminal()::resolve),
                            start.dirs().work())
                    .stamp(inputs);
            told.document(outcome.json(inputs, told));
            outcome.tell(inputs, invocation().terminal(), told);
            return outcome.status();
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
}
