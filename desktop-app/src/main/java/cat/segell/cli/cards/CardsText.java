// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.keys.TokenNames;
import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.cli.Out;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.ProblemText;
import cat.segell.problem.ReaderProblem;
import cat.segell.problem.ReaderProblem.CardUnknown;
import java.util.List;
import java.util.Map;

/** What {@code segell cards} tells a person. */
record CardsText(CardsAtHand cards, List<UnreadCard> unread, Catalogue catalogue, Out out) {

    void tell() {
        out.say("cards.readers");
        cards.readers().readers().forEach(this::tell);
        cards.readers().finding().ifPresent(problem -> out.line(out.words(problem, "  ")));
        out.line("");
        out.say("cards.drivers");
        if (cards.drivers().isEmpty()) {
            out.line("  " + out.texts().text("cards.driver.none", "segell", out.segell()));
        }
        cards.drivers().forEach(this::tell);
    }

    private void tell(Reader reader) {
        out.line("  " + reader.name());
        out.line("    "
                + new ReaderWords(out.texts(), catalogue)
                        .state(reader, cards.kinds(reader, catalogue), cards.tokens(reader)));
        cards.tokens(reader).forEach(this::tell);
        cards.drivers(reader)
                .map(driver -> out.texts().text("cards.through", "module", driver.module()))
                .forEach(line -> out.line("    " + line));
        unread.stream().filter(card -> card.reader().equals(reader.name())).forEach(this::tell);
    }

    private void tell(UnreadCard card) {
        switch (card.why()) {
            case CardUnknown unknown -> {
                out.line(out.words(unknown, "    "));
                out.line(out.wrapped("      ", new CardWords(out.texts(), catalogue).guess(out.segell())));
            }
            case ReaderProblem why -> out.line(out.words(why, card.advice(), "    "));
            // It is told where the driver is.
            default -> out.line("    " + out.texts().text("cards.unread"));
        }
    }

    private void tell(TokenInSlot token) {
        out.line("    " + words(token));
        token.token()
                .care()
                .map(problem -> ProblemText.of(problem, out.language()))
                .map(text -> "      " + text.title() + " (" + text.code() + ")")
                .ifPresent(out::line);
        if (token.empty()) {
            out.line(out.words(new TokenEmpty(token.token().label()), "      "));
        }
    }

    private String words(TokenInSlot token) {
        return new TokenNames(cards, catalogue).of(token, out.language());
    }

    private void tell(DriverSight driver) {
        out.line("  " + driver.module());
        out.line("    " + why(driver.known()));
        for (TokenInSlot token : driver.tokens()) {
            String words = words(token);
            out.line("    "
                    + cards.reader(token)
                            .map(reader -> out.texts()
                                    .text("cards.token.place", Map.of("token", words, "reader", reader.name())))
                            .orElse(words));
            cards.earlier(driver, token)
                    .map(first -> out.texts().text("cards.token.again", "module", first.module()))
                    .ifPresent(again -> out.line("      " + again));
            if (token.empty() && cards.reader(token).isEmpty()) {
                out.line(out.words(new TokenEmpty(token.token().label()), "      "));
            }
        }
        if (driver.loaded() && driver.tokens().isEmpty()) {
            out.line("    " + out.texts().text("cards.token.none"));
        }
        driver.problems().forEach(problem -> out.line(out.words(problem, "    ")));
    }

    /** "OpenSC: set by you". */
    private String why(KnownModule known) {
        String why = out.texts().text("cards.why." + known.why().word());
        return known.middleware()
                .flatMap(catalogue::middleware)
                .map(middleware -> middleware.name() + ": " + why)
                .orElse(why);
    }
}
