// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** {@code segell cards update-catalogue}: a newer list of known cards, signed by whom the policy names. */
@picocli.CommandLine.Command(name = "update-catalogue")
public final class UpdateCatalogueCommand extends Command {

    @Parameters(paramLabel = Label.FILE, descriptionKey = "cards.catalogue")
    private @Nullable Path file;

    public UpdateCatalogueCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        Path resolved = invocation().terminal().resolve(Objects.requireNonNull(file));
        try (Wiring wiring = new Wiring(start)) {
            tell(wiring.drivers().takeCatalogue(resolved), out);
        }
        return ExitStatus.DONE;
    }

    private static void tell(Catalogue taken, Out out) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", taken.version());
        facts.put("date", taken.date().toString());
        out.document(Map.of("catalogue", facts));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("version", String.valueOf(taken.version()));
        words.put("date", taken.date().atTime(12, 0).toInstant(ZoneOffset.UTC));
        out.say("cards.catalogue.taken", words);
    }
}
