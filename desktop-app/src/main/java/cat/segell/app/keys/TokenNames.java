// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.token.TokenInSlot;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace.Slot;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person calls a token: its kind and whose it is, "T-CAT of Maria Prova Exemple". In the same words everywhere.
 *
 * @param cards as they were seen when the token was
 */
public record TokenNames(CardsAtHand cards, Catalogue catalogue) {

    /** Where no card was looked at: a token is called as it calls itself. */
    public static final TokenNames NOTHING = new TokenNames(CardsAtHand.NOTHING, Catalogue.bundled());

    /** One that was seen before, though it may have lost tries meanwhile. */
    public String of(Token token, Language language) {
        return seen(token).map(each -> of(each, language)).orElseGet(token::label);
    }

    /** The kinds of card that it may be. */
    public List<CardModel> kinds(Token token) {
        return seen(token).map(each -> cards.kinds(each, catalogue)).orElse(List.of());
    }

    /** The driver that shows what is on it tells more than one that shows its name alone. */
    private Optional<TokenInSlot> seen(Token token) {
        List<TokenInSlot> same = tokens().filter(each -> token.place() instanceof Slot && isSame(each.token(), token))
                .toList();
        return same.stream()
                .filter(each -> !each.credentials().isEmpty())
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private static boolean isSame(Token one, Token other) {
        return one.label().equals(other.label())
                && one.serial().equals(other.serial())
                && one.place().equals(other.place());
    }

    private Stream<TokenInSlot> tokens() {
        return cards.drivers().stream().flatMap(driver -> driver.tokens().stream());
    }

    /** As keys on it tell: before its PIN no driver is looked at again. */
    public String of(Token token, List<Credential> keys, Language language) {
        return token.place() instanceof Slot(String description)
                ? of(new TokenInSlot(token, description, keys, false), language)
                : token.label();
    }

    /** Some tokens are called like their holder anyway, and most not like their kind. */
    public String of(TokenInSlot token, Language language) {
        Messages texts = Messages.load(language, TokenNames.class, "keys-at-hand");
        Optional<String> kind = CardModel.names(cards.kinds(token, catalogue), language);
        String label = token.token().label();
        return kind.isEmpty() || label.contains(kind.get())
                ? ofHolder(token, texts)
                : texts.text(
                        "token.kind",
                        Map.of(
                                "kind",
                                kind.get(),
                                "holder",
                                holders(token).collect(Collectors.joining(" · ")),
                                "token",
                                label(token, texts)));
    }

    private String ofHolder(TokenInSlot token, Messages texts) {
        String label = token.token().label();
        List<String> holders =
                holders(token).filter(holder -> !label.contains(holder)).toList();
        String name = label(token, texts);
        return holders.isEmpty()
                ? name
                : texts.text("token", Map.of("token", name, "holder", String.join(" · ", holders)));
    }

    private String label(TokenInSlot token, Messages texts) {
        String label = token.token().label();
        String serial = token.token().serial();
        return hasNamesake(token.token()) ? texts.text("token.numbered", "token", label, "serial", serial) : label;
    }

    private boolean hasNamesake(Token token) {
        return tokens().map(TokenInSlot::token)
                .filter(each -> each.label().equals(token.label()))
                .anyMatch(each -> !each.serial().equals(token.serial()));
    }

    private static Stream<String> holders(TokenInSlot token) {
        return token.credentials().stream()
                .map(each -> CertificateReader.read(each.certificate()).holder())
                .distinct();
    }
}
