// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.certificate.CertificateReader;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.KeyProblem.TokenEmpty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document of {@code segell cards --json}. */
final class CardsFacts {

    private final CardsAtHand cards;
    private final List<UnreadCard> unread;
    private final Catalogue catalogue;
    private final CardWords words;
    private final Out out;

    private CardsFacts(CardsAtHand cards, List<UnreadCard> unread, Catalogue catalogue, Out out) {
        this.cards = cards;
        this.unread = unread;
        this.catalogue = catalogue;
        this.words = new CardWords(out.texts(), catalogue);
        this.out = out;
    }

    static Map<String, Object> of(CardsAtHand cards, List<UnreadCard> unread, Catalogue catalogue, Out out) {
        CardsFacts facts = new CardsFacts(cards, unread, catalogue, out);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "readers", cards.readers().readers().stream().map(facts::reader).toList());
        cards.readers().finding().ifPresent(problem -> document.put("finding", out.facts(problem)));
        document.put("drivers", cards.drivers().stream().map(facts::driver).toList());
        return document;
    }

    private Map<String, Object> reader(Reader reader) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", reader.name());
        facts.put("state", reader.state().word());
        reader.atr().ifPresent(atr -> {
            facts.put("atr", atr.hex());
            facts.put("models", words.facts(cards.kinds(reader, catalogue)));
        });
        if (reader.hasCard()) {
            facts.put("tokens", cards.tokens(reader).stream().map(this::token).toList());
        }
        unread.stream()
                .filter(card -> card.reader().equals(reader.name()))
                .forEach(card -> facts.put("problem", out.facts(card.why(), card.advice())));
        return facts;
    }

    private Map<String, Object> token(TokenInSlot token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", token.token().label());
        List<Map<String, Object>> models = words.facts(cards.kinds(token, catalogue));
        if (!models.isEmpty()) {
            facts.put("models", models);
        }
        facts.put("serial", token.token().serial());
        facts.put("pin", token.token().pin().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        token.token().care().ifPresent(problem -> facts.put("pinNotice", out.facts(problem)));
        if (token.empty()) {
            facts.put("problem", out.facts(new TokenEmpty(token.token().label())));
        }
        facts.put("keys", token.credentials().stream().map(CardsFacts::key).toList());
        List<Map<String, Object>> problems = token.hidden().stream()
                .filter(each -> !(each.why() instanceof CertIssuesOthers))
                .map(each -> out.facts(each.why()))
                .toList();
        if (!problems.isEmpty()) {
            facts.put("hidden", problems);
        }
        return facts;
    }

    private static Map<String, Object> key(Credential credential) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", credential.key());
        facts.put("certificateSha256", credential.id().certificateSha256());
        facts.put("holder", CertificateReader.read(credential.certificate()).holder());
        return facts;
    }

    private Map<String, Object> driver(DriverSight driver) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("module", driver.module().toString());
        facts.put("origin", driver.known().why().word());
        driver.known().middleware().ifPresent(id -> facts.put("middleware", id));
        facts.put("state", driver.loaded() ? "loaded" : "failed");
        facts.put(
                "tokens",
                driver.tokens().stream().map(token -> placed(driver, token)).toList());
        List<Map<String, Object>> problems =
                driver.problems().stream().map(out::facts).toList();
        if (!problems.isEmpty()) {
            facts.put("problem", problems.getFirst());
        }
        if (problems.size() > 1) {
            facts.put("problems", problems);
        }
        return facts;
    }

    private Map<String, Object> placed(DriverSight driver, TokenInSlot token) {
        Map<String, Object> facts = token(token);
        cards.earlier(driver, token)
                .ifPresent(first -> facts.put("sameAsBehind", first.module().toString()));
        cards.reader(token).ifPresent(reader -> facts.put("reader", reader.name()));
        return facts;
    }
}
