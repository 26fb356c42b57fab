// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.credential.Credential;
import cat.segell.credential.Listing;
import cat.segell.credential.Token;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.CardWithdrawn;
import cat.segell.diagnosis.Fact.CertificateSeen;
import cat.segell.diagnosis.Fact.Hidden;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Fact.Unseen;
import cat.segell.diagnosis.Probe;
import cat.segell.problem.Problem;
import cat.segell.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a diagnosis of all certificates that are at hand, wherever they lie, and of practice cards.
 *
 * @param listing what was found
 * @param unseen what kept from seeing more, and no driver tells
 * @param language of the words of routes
 */
public record KeysProbe(Listing listing, List<Problem> unseen, IssuerRoutes routes, Language language, Instant now)
        implements Probe {

    public KeysProbe {
        unseen = List.copyOf(unseen);
    }

    @Override
    public List<Fact> look() {
        List<Fact> facts = new ArrayList<>();
        for (ListedKey key : ListedKey.of(listing.credentials(), now, false)) {
            facts.add(certificate(key));
            withdrawn(key).ifPresent(facts::add);
        }
        listing.credentials().stream()
                .filter(Credential::practice)
                .map(Credential::token)
                .distinct()
                .map(KeysProbe::practice)
                .forEach(facts::add);
        listing.hidden().forEach(each -> facts.add(new Hidden(each.why())));
        unseen.forEach(problem -> facts.add(new Unseen(problem)));
        return facts;
    }

    private CertificateSeen certificate(ListedKey key) {
        Credential credential = key.credential();
        return new CertificateSeen(
                key.facts(),
                key.unfit(),
                credential.token(),
                credential.practice(),
                credential.practice() ? List.of() : List.of(routes.renewal(credential, language)));
    }

    private Optional<CardWithdrawn> withdrawn(ListedKey key) {
        return routes.cardWithdrawn(key)
                .map(notice ->
                        new CardWithdrawn(key.facts(), notice, routes.aboutWithdrawn(key.credential(), language)));
    }

    private static TokenSeen practice(Token token) {
        return new TokenSeen(token, false, true, PinRoutes.NONE);
    }
}
