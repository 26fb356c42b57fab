// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.CatalogueStore;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.certificate.CertificateReader;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.cli.keys.Notices;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        spec().commandLine().getHelp().commandList().lines().forEach(out::line);
    }

    private static int tell(CardsAtHand cards, CatalogueStore.InUse catalogue, Out out) {
        out.document(CardsFacts.of(cards, catalogue.catalogue(), out));
        catalogue.problem().map(problem -> out.words(problem, "")).ifPresent(out::note);
        out.say("cards.readers");
        cards.readers().readers().forEach(reader -> tell(reader, cards, catalogue.catalogue(), out));
        Optional<Problem> finding = cards.readers().finding();
        finding.ifPresent(problem -> out.line(out.words(problem, "  ")));
        out.line("");
        out.say("cards.drivers");
        if (cards.drivers().isEmpty()) {
            out.line("  " + out.texts().text("cards.driver.none", "segell", out.segell()));
        }
        for (DriverSight driver : cards.drivers()) {
            out.line("  " + driver.module());
            out.line("    " + why(driver.known(), catalogue.catalogue(), out));
            tell(driver, cards, out);
        }
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
        cards.drivers().forEach(driver -> faults.addAll(driver.faults()));
        return faults;
    }

    private static void tell(Reader reader, CardsAtHand cards, Catalogue catalogue, Out out) {
        out.line("  " + reader.name());
        out.line("    " + new ReaderWords(out.texts(), catalogue).state(reader));
        if (!reader.hasCard()) {
            return;
        }
        List<TokenInSlot> tokens = cards.tokens(reader);
        tokens.forEach(token -> tell(token, out));
        cards.drivers(reader)
                .map(driver -> out.texts().text("cards.through", "module", driver.module()))
                .forEach(line -> out.line("    " + line));
        if (tokens.isEmpty()) {
            out.line("    " + out.texts().text("cards.unread"));
            reader.atr().stream()
                    .flatMap(atr -> new CardWords(out.texts(), catalogue).advice(atr).stream())
                    .forEach(advice -> out.line(out.wrapped("    ", advice)));
        }
    }

    private static void tell(TokenInSlot token, Out out) {
        out.line("    " + words(token, out));
        if (token.empty()) {
            out.line(out.words(new TokenEmpty(token.token().label()), "      "));
        }
    }

    /** "T-CAT of Maria Prova Exemple"; some tokens are called like their holder anyway. */
    private static String words(TokenInSlot token, Out out) {
        String label = token.token().label();
        List<String> holders =
                holders(token).filter(holder -> !label.contains(holder)).toList();
        return holders.isEmpty()
                ? label
                : out.texts().text("cards.token", Map.of("token", label, "holder", String.join(" · ", holders)));
    }

    private static Stream<String> holders(TokenInSlot token) {
        return token.credentials().stream()
                .map(each -> CertificateReader.read(each.certificate()).holder())
                .distinct();
    }

    /** "OpenSC: set by you". */
    private static String why(KnownModule known, Catalogue catalogue, Out out) {
        String why = out.texts().text("cards.why." + known.why().word());
        return known.middleware()
                .flatMap(catalogue::middleware)
                .map(middleware -> middleware.name() + ": " + why)
                .orElse(why);
    }

    private static void tell(DriverSight driver, CardsAtHand cards, Out out) {
        for (TokenInSlot token : driver.tokens()) {
            String words = words(token, out);
            out.line("    "
                    + cards.reader(token)
                            .map(reader -> out.texts()
                                    .text("cards.token.place", Map.of("token", words, "reader", reader.name())))
                            .orElse(words));
        }
        if (driver.loaded() && driver.tokens().isEmpty()) {
            out.line("    " + out.texts().text("cards.token.none"));
        }
        driver.problems().forEach(problem -> out.line(out.words(problem, "    ")));
    }
}
