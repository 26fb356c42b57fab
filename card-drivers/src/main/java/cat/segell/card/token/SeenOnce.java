// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A card that is seen through two drivers, or through a driver and the system's store, is offered once. Serial numbers are no
 * help, since drivers write them differently: what one place shows first counts, the same certificate in a later place is
 * that card again. Two tokens that one and the same place shows are two, unless not even their serial numbers tell them apart.
 */
public final class SeenOnce {

    /** Where something was seen first, and how it is named there. */
    private record First(int place, String key) {}

    private final Map<Object, First> shown = new HashMap<>();
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
        List<Problem> problems =
                places.stream().flatMap(place -> place.problems().stream()).toList();
        return new Listing(once.credentials, once.hidden, problems);
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
        Object what = each.certificate().<Object>map(CredentialId::sha256).orElseGet(() -> withoutModule(each.key()));
        if (first(what, place, each.key()).place() == place) {
            hidden.add(each);
        }
    }

    /** What stands for an object that has no certificate: its reference, whatever the driver. */
    private static Object withoutModule(String key) {
        try {
            return KeyReference.parse(key) instanceof Pkcs11Key(Pkcs11Uri uri)
                    ? new Pkcs11Uri(
                            uri.token(),
                            uri.serial(),
                            uri.manufacturer(),
                            uri.model(),
                            uri.id(),
                            uri.object(),
                            Optional.empty())
                    : key;
        } catch (ProblemException noReference) {
            return key;
        }
    }

    private First first(Object what, int place, String key) {
        return shown.computeIfAbsent(what, _ -> new First(place, key));
    }
}
