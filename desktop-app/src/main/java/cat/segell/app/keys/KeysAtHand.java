// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.credential.ListedToken;
import cat.segell.credential.Listing;
import cat.segell.diagnosis.Advice;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys as one look finds them, and what is missing where there is none.
 *
 * @param listing from every source
 * @param cards the readers, and the drivers that the listing comes from
 * @param unread cards in readers that no driver reads
 * @param catalogue what is known of cards
 * @param language of the words in it
 */
public record KeysAtHand(
        Listing listing, CardsAtHand cards, List<UnreadCard> unread, Catalogue catalogue, Language language) {

    public KeysAtHand {
        unread = List.copyOf(unread);
    }

    /** What the tokens among them are called. */
    public TokenNames names() {
        return new TokenNames(cards, catalogue);
    }

    /**
     * What is wrong where there is no key to sign with.
     *
     * @param advice what is peculiar about the card, and how software would be installed, a sentence each
     * @param besides that a driver is broken which may be this card's, for who isn't told of drivers otherwise: one sentence or none
     */
    public record Missing(Problem problem, List<String> advice, Optional<String> besides) implements Advice {

        public Missing {
            advice = List.copyOf(advice);
        }

        private Missing(Problem problem) {
            this(problem, List.of(), Optional.empty());
        }

        /** @param language of the words in it */
        public static Missing of(UnreadCard card, Language language) {
            return new Missing(
                    card.why(),
                    card.advice(),
                    card.besides().map(driver -> words("besides", ProblemText.of(driver, language), language)));
        }

        @Override
        public List<String> after(Problem other) {
            return other.equals(problem)
                    ? Stream.concat(advice.stream(), besides.stream()).toList()
                    : List.of();
        }
    }

    /**
     * What the cards that are there lack. A token that is seen needs no reader of the system's: some have drivers of their own.
     * That another driver broke isn't why the token of this one can't sign.
     */
    public Optional<Missing> onCards() {
        if (listing.anyReal()) {
            return Optional.empty();
        }
        List<ListedToken> tokens = listing.tokens();
        if (tokens.isEmpty()) {
            return unread.stream().findFirst().map(card -> Missing.of(card, language));
        }
        // A key without a certificate, or certificates that serve to something else.
        return Optional.of(new Missing(
                tokens.stream().allMatch(ListedToken::empty)
                        ? new TokenEmpty(tokens.getFirst().token().label())
                        : new CertNone()));
    }

    /** That a card is there which no driver reads, for who asked for a key that isn't there: it may be on just that one. */
    public Advice besides() {
        List<String> told = unread.stream()
                .findFirst()
                .map(card -> words("unread", ProblemText.of(card.why(), language), language))
                .stream()
                .toList();
        return problem -> problem instanceof KeyNotFound ? told : List.of();
    }

    private static String words(String key, ProblemText of, Language language) {
        return Messages.load(language, KeysAtHand.class, "keys-at-hand")
                .text(
                        key,
                        Map.of(
                                "title", of.title(),
                                "cause", of.cause(),
                                "remedy", of.remedy(),
                                "code", of.code()));
    }

    /** Why there is no key: what a card lacks, else what broke, else on the way to a card the first thing that isn't there. */
    public Missing missing() {
        Optional<Missing> onCards = onCards();
        if (onCards.isPresent()) {
            return listing.tokens().isEmpty()
                    ? onCards.get()
                    : new Missing(new KeyNone(onCards.get().problem()));
        }
        return new Missing(listing.problems().stream()
                .findFirst()
                .orElseGet(() -> new KeyNone(cards.readers().finding().orElseGet(DriverNone::new))));
    }
}
