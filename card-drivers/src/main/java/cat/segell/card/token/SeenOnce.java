// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.ListedToken;
import cat.segell.credential.Listing;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A card that is seen through two drivers, or through a driver and the system's store, is offered once: what one place shows
 * first counts, the same on the same card in a later place ({@link CardTrace}) is that again. Two tokens that one and the same
 * place shows are two, unless not even their serial numbers tell them apart.
 */
public final class SeenOnce {

    /**
     * Something that was seen first in this place.
     *
     * @param object what it is among all on its card
     * @param key how it is named there
     */
    private record First(CardTrace card, String object, int place, String key) {

        boolean is(CardTrace where, String what, int there) {
            return object.equals(what) && (there == place ? card.equals(where) : card.isSameCard(where));
        }
    }

    private final List<First> shown = new ArrayList<>();
    private final Set<CredentialId> listed = new HashSet<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final List<HiddenCredential> hidden = new ArrayList<>();

    private SeenOnce() {}

    /** @param places what each driver or store shows, the one that is preferred first */
    public static Listing of(List<Listing> places) {
        SeenOnce once = new SeenOnce();
        for (int place = 0; place < places.size(); place++) {
            for (Credential each : places.get(place).credentials()) {
                once.take(place, each);
            }
        }
        // Afterwards: one driver may not see the key that another one sees.
        for (int place = 0; place < places.size(); place++) {
            for (HiddenCredential each : places.get(place).hidden()) {
                once.take(place, each);
            }
        }
        List<ListedToken> tokens =
                places.stream().flatMap(place -> place.tokens().stream()).toList();
        List<Problem> problems =
                places.stream().flatMap(place -> place.problems().stream()).toList();
        return new Listing(once.credentials, once.hidden, tokens, problems);
    }

    private void take(int place, Credential credential) {
        First first = first(credential.id().certificateSha256(), place, credential.key());
        if (first.place() != place) {
            hidden.add(again(credential, first));
        } else if (listed.add(credential.id())) {
            credentials.add(credential);
        }
    }

    private static HiddenCredential again(Credential credential, First first) {
        String holder = CertificateReader.read(credential.certificate()).holder();
        return new HiddenCredential(
                credential.key(), Optional.of(credential.certificate()), new CertSeenTwice(holder, first.key()));
    }

    private void take(int place, HiddenCredential each) {
        First first = each.certificate()
                .map(certificate -> first(CredentialId.sha256(certificate), place, each.key()))
                .orElseGet(() -> firstWithoutCertificate(place, each.key()));
        if (first.place() == place) {
            hidden.add(each);
        }
    }

    /** A certificate tells its card by itself. */
    private First first(String sha256, int place, String key) {
        return first(new CardTrace(Set.of(sha256), "", ""), sha256, place, key);
    }

    private First firstWithoutCertificate(int place, String key) {
        Optional<Pkcs11Uri> uri = uri(key);
        CardTrace card = new CardTrace(
                Set.of(),
                uri.flatMap(Pkcs11Uri::token).orElse(""),
                uri.flatMap(Pkcs11Uri::serial).orElse(""));
        String object = uri.map(each -> each.id() + " " + each.object()).orElse(key);
        return first(card, object, place, key);
    }

    private static Optional<Pkcs11Uri> uri(String key) {
        try {
            return KeyReference.parse(key) instanceof Pkcs11Key(Pkcs11Uri uri) ? Optional.of(uri) : Optional.empty();
        } catch (ProblemException noReference) {
            return Optional.empty();
        }
    }

    private First first(CardTrace card, String object, int place, String key) {
        for (First earlier : shown) {
            if (earlier.is(card, object, place)) {
                return earlier;
            }
        }
        First first = new First(card, object, place, key);
        shown.add(first);
        return first;
    }
}
