// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.CardsAtHand;
import cat.segell.card.CardsProbe;
import cat.segell.card.catalogue.CatalogueStore;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.cli.keys.Notices;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code segell cards}: readers, the cards in them, drivers, and what keeps any of them from being of use. */
@picocli.CommandLine.Command(name = "cards")
public final class CardsCommand extends Command {

    @Option(names = "--watch", descriptionKey = "cards.watch")
    private boolean watch;

    public CardsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        if (watch && out.json()) {
            throw usage("cards.watch.json", Map.of());
        }
        try (Wiring wiring = new Wiring(start)) {
            if (watch) {
                return new CardsWatch(out, wiring.drivers().catalogue().catalogue())
                        .run(wiring.cards().pcsc());
            }
            int status = tell(wiring.cards().atHand(), wiring.drivers().catalogue(), out);
            Notices.tell(wiring.credentials(), out);
            if (invocation().terminal().interactive()) {
                tellCommands(out);
            }
            return status;
        }
    }

    /** For a person, who may not know that there is more to this word. */
    private void tellCommands(Out out) {
        out.line("");
        out.say("cards.commands");
        help().commandList().lines().forEach(out::line);
    }

    private static int tell(CardsAtHand cards, CatalogueStore.InUse catalogue, Out out) {
        List<UnreadCard> unread = UnreadCard.of(new CardsProbe(cards, catalogue.catalogue(), out.language()).look());
        out.document(CardsFacts.of(cards, unread, catalogue.catalogue(), out));
        catalogue.problem().map(problem -> out.words(problem, "")).ifPresent(out::note);
        new CardsText(cards, unread, catalogue.catalogue(), out).tell();
        return status(cards);
    }

    /** Where a card can be read, what is missing beside it is told, and changes no answer. */
    private static int status(CardsAtHand cards) {
        boolean found =
                cards.drivers().stream().anyMatch(driver -> !driver.tokens().isEmpty());
        return found
                ? ExitStatus.DONE
                : ExitStatus.first(faults(cards).stream().map(ExitStatus::of).toList());
    }

    /** That there is nothing to see is an answer; that something couldn't be looked at is none. */
    private static List<Problem> faults(CardsAtHand cards) {
        List<Problem> faults = new ArrayList<>();
        cards.readers().obstacle().ifPresent(faults::add);
        faults.addAll(cards.faults());
        return faults;
    }
}
