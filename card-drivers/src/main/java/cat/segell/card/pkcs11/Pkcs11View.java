// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.token.SeenOnce;
import cat.segell.card.token.Unusable;
import cat.segell.card.token.Usable;
import cat.segell.credential.Credential;
import cat.segell.credential.ListedToken;
import cat.segell.credential.Listing;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that could be looked at, and what couldn't. */
record Pkcs11View(List<Pkcs11Modules.Sight> sights, List<Problem> problems) {

    static Pkcs11View of(List<Pkcs11Modules.Look> looks) {
        List<Pkcs11Modules.Sight> sights = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Pkcs11Modules.Look look : looks) {
            look.sight().ifPresent(sights::add);
            problems.addAll(DriverSight.faults(look.module(), look.problems()));
        }
        return new Pkcs11View(sights, problems);
    }

    /** Each card once. */
    Listing listing() {
        Listing listing = SeenOnce.of(sights.stream().map(Pkcs11View::listing).toList());
        return new Listing(listing.credentials(), listing.hidden(), listing.tokens(), problems);
    }

    private static Listing listing(Pkcs11Modules.Sight sight) {
        return new Listing(
                sight.tokens().stream()
                        .flatMap(token -> token.usable().stream())
                        .map(Usable::credential)
                        .toList(),
                sight.tokens().stream()
                        .flatMap(token -> token.unusable().stream())
                        .map(Unusable::hidden)
                        .toList(),
                sight.tokens().stream()
                        .map(token -> new ListedToken(token.token(), token.isEmpty()))
                        .toList(),
                List.of());
    }

    /** The driver that can't read the card which is now where a token of its own was: some say so, some show nothing. */
    Optional<TokenForeign> stranger(TokenPlace place, CardPresence presence) {
        // A module that doesn't describe its slots doesn't tell whether it is the same one.
        return place instanceof TokenPlace.Slot(String slot) && !slot.isBlank() && sights.size() == 1
                ? sights.stream()
                        .filter(sight -> sight.foreign().contains(slot) || (presence.isIn(slot) && !sight.shows(slot)))
                        .findFirst()
                        .map(sight -> new TokenForeign(sight.host().module().named()))
                : Optional.empty();
    }

    /** What a reference names. */
    List<Credential> fitting(Pkcs11Uri uri) {
        return SeenOnce.of(sights.stream().map(sight -> fitting(uri, sight)).toList())
                .credentials();
    }

    private static Listing fitting(Pkcs11Uri uri, Pkcs11Modules.Sight sight) {
        return new Listing(
                sight.tokens().stream()
                        .filter(token -> token.fits(uri))
                        .flatMap(token -> token.usable().stream())
                        .filter(each -> fits(uri, each))
                        .map(Usable::credential)
                        .toList(),
                List.of(),
                List.of());
    }

    private static boolean fits(Pkcs11Uri uri, Usable each) {
        return Pkcs11Token.same(uri.id(), each.credential().id().keyId())
                && Pkcs11Token.same(uri.object(), each.label());
    }

    /** Why a reference names nothing that can be used. */
    Problem whyNone(Pkcs11Uri uri) {
        List<Pkcs11Token> tokens = sights.stream()
                .flatMap(sight -> sight.tokens().stream())
                .filter(token -> token.fits(uri))
                .toList();
        for (Pkcs11Token token : tokens) {
            for (Unusable each : token.unusable()) {
                if (Pkcs11Token.same(uri.id(), each.object().id())
                        && Pkcs11Token.same(uri.object(), each.object().label())) {
                    return each.hidden().why();
                }
            }
        }
        if (!problems.isEmpty()) {
            return problems.getFirst();
        }
        boolean named = uri.token().isPresent() || uri.serial().isPresent();
        return named && !tokens.isEmpty() && tokens.stream().allMatch(Pkcs11Token::isEmpty)
                ? new TokenEmpty(tokens.getFirst().token().label())
                : new KeyNotFound(uri.text());
    }
}
