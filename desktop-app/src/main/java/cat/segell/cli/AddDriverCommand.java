// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.installed.Unsuited;
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.problem.KeyProblem.DriverUnsuited;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** {@code segell cards add-driver}: tried once in a process of its own, then kept. */
@picocli.CommandLine.Command(name = "add-driver")
final class AddDriverCommand extends Command {

    @Parameters(paramLabel = "PATH", descriptionKey = "cards.module")
    private @Nullable Path module;

    AddDriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Start start, Out out) throws ProblemException {
        Path file = invocation().terminal().resolve(Objects.requireNonNull(module));
        SetDrivers drivers = new SetDrivers(start);
        List<Path> present = drivers.changeable();
        if (Unsuited.is(file)) {
            throw new ProblemException(new DriverUnsuited(file));
        }
        Map<String, Object> facts = facts(file, info(start, file));
        drivers.save(Stream.concat(present.stream(), Stream.of(file)).distinct().toList());
        out.document(Map.of("driver", facts));
        out.say("cards.driver.added", facts);
        out.say("cards.driver.kept", Map.of("segell", ShellWord.segell()));
        return ExitStatus.DONE;
    }

    private static DriverInfo info(Start start, Path file) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            // Naming it is the person's word that it is meant to be as it is now.
            wiring.acceptDriver(file);
            return wiring.tryDriver(file);
        }
    }

    private static Map<String, Object> facts(Path file, DriverInfo info) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("module", file.toString());
        facts.put("manufacturer", info.manufacturer());
        facts.put("description", info.description());
        facts.put("version", info.version());
        return facts;
    }
}
