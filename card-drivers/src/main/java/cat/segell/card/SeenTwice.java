// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.KeyReference;
import cat.segell.credential.KeyReference.CertificatePrefix;
import cat.segell.credential.KeyReference.CloudKey;
import cat.segell.credential.KeyReference.KeyFile;
import cat.segell.credential.KeyReference.Pkcs11Key;
import cat.segell.credential.KeyReference.PracticeKey;
import cat.segell.credential.KeyReference.SystemKey;
import cat.segell.credential.Listing;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One card behind two drivers, or behind a driver and in the system's store, is one card: it is offered where it was seen
 * first. Serial numbers are no help, since drivers write them differently; the certificate is the same. Two tokens that one
 * driver shows stay two.
 */
final class SeenTwice {

    private SeenTwice() {}

    static Listing without(Listing listing) {
        List<Credential> kept = new ArrayList<>();
        List<HiddenCredential> hidden = new ArrayList<>(listing.hidden());
        for (Credential each : listing.credentials()) {
            Optional<Credential> first =
                    kept.stream().filter(other -> same(other, each)).findFirst();
            first.ifPresentOrElse(other -> hidden.add(hide(each, other)), () -> kept.add(each));
        }
        return new Listing(kept, hidden, listing.problems());
    }

    private static boolean same(Credential one, Credential other) {
        return one.id().certificateSha256().equals(other.id().certificateSha256())
                && !place(one).equals(place(other));
    }

    private static HiddenCredential hide(Credential again, Credential first) {
        String holder = CertificateReader.read(first.certificate()).holder();
        return new HiddenCredential(
                again.key(), Optional.of(again.certificate()), new CertSeenTwice(holder, first.key()));
    }

    /** Which driver or store a credential was seen through, as far as its reference tells. */
    private static String place(Credential credential) {
        try {
            return switch (KeyReference.parse(credential.key())) {
                case Pkcs11Key(var uri) -> uri.modulePath().map(Path::toString).orElse("pkcs11");
                case SystemKey _ -> "os";
                case CloudKey(String profile, String _) -> "cloud/" + profile;
                case KeyFile(Path file, Optional<String> _) -> file.toString();
                case PracticeKey _ -> "practice";
                case CertificatePrefix _ -> credential.token().serial();
            };
        } catch (ProblemException ours) {
            throw new IllegalStateException("a key that was listed has a reference", ours);
        }
    }
}
