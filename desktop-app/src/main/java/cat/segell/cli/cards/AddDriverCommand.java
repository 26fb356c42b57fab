// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.KnownDrivers;
import cat.segell.app.Start;
import cat.segell.app.TriedDriver;
import cat.segell.app.Wiring;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code segell cards add-driver}: tried once in a process of its own, then kept. */
@picocli.CommandLine.Command(name = "add-driver")
public final class AddDriverCommand extends DriverCommand {

    public AddDriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    void change(Start start, Path file, Out out) throws ProblemException {
        Added added = added(start, file);
        Map<String, Object> facts = facts(file, added.tried().info());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("driver", facts);
        document.put("added", added.anew());
        out.document(document);
        out.say(added.anew() ? "cards.driver.added" : "cards.driver.there", facts);
        out.say("cards.driver.kept", Map.of("segell", out.segell()));
    }

    /** @param anew it wasn't there already */
    private record Added(TriedDriver tried, boolean anew) {}

    private static Added added(Start start, Path module) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            KnownDrivers drivers = wiring.drivers();
            DriverFile file = drivers.named(module);
            // Naming it is the person's word that it is meant to be as it is now.
            drivers.acceptDriver(file);
            TriedDriver tried = drivers.tryDriver(file);
            return new Added(tried, drivers.add(tried));
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
