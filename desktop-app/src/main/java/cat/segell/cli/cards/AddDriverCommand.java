// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.installed.Unsuited;
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
import cat.segell.problem.KeyProblem.DriverUnsuited;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code segell cards add-driver}: tried once in a process of its own, then kept. */
@picocli.CommandLine.Command(name = "add-driver")
public final class AddDriverCommand extends DriverCommand {

    public AddDriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    Change change(Start start, Path file, List<Path> present) throws ProblemException {
        if (Unsuited.is(file)) {
            throw new ProblemException(new DriverUnsuited(file));
        }
        Map<String, Object> facts = facts(file, info(start, file));
        return new Change(
                Stream.concat(present.stream(), Stream.of(file)).distinct().toList(), out -> tell(facts, out));
    }

    private static void tell(Map<String, Object> facts, Out out) {
        out.document(Map.of("driver", facts));
        out.say("cards.driver.added", facts);
        out.say("cards.driver.kept", Map.of("segell", ShellWord.segell()));
    }

    private static DriverInfo info(Start start, Path file) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            // Naming it is the person's word that it is meant to be as it is now.
            wiring.drivers().acceptDriver(wiring.drivers().driver(file));
            return wiring.drivers().tryDriver(file);
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
