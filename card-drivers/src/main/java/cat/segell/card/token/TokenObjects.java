// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.card.wire.CertificatePart;
import cat.segell.card.wire.PublicPart;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Certificates and keys of one token, paired up by CKA_ID and by public key; each certificate is read once. */
final class TokenObjects {

    private final List<Held> certificates = new ArrayList<>();
    private final List<SeenObject> keys = new ArrayList<>();

    /** @param key the certificate's public part as keys show theirs */
    record Held(SeenObject object, Optional<X509Certificate> certificate, byte[] key) {

        boolean issues() {
            return certificate.filter(each -> each.getBasicConstraints() >= 0).isPresent();
        }

        boolean fits(SeenObject other) {
            boolean named = !object.id().isEmpty() && object.id().equals(other.id());
            return named || (other.value().length > 0 && Arrays.equals(other.value(), key));
        }
    }

    TokenObjects(List<SeenObject> objects) {
        for (SeenObject object : objects) {
            switch (object.kind()) {
                case CERTIFICATE -> certificates.add(held(object));
                case PUBLIC_KEY, PRIVATE_KEY -> keys.add(object);
            }
        }
    }

    private static Held held(SeenObject object) {
        Optional<X509Certificate> certificate = CertificatePart.parse(object.value());
        byte[] key = certificate
                .map(X509Certificate::getPublicKey)
                .map(PublicPart::of)
                .orElse(new byte[0]);
        return new Held(object, certificate, key);
    }

    List<Held> certificates() {
        return certificates;
    }

    boolean isEmpty() {
        return certificates.isEmpty() && keys.isEmpty();
    }

    /** @return the key in sight that belongs to it; the one that both is named like it and is its own comes first */
    Optional<SeenObject> key(Held certificate, Kind kind) {
        List<SeenObject> fitting = keys.stream()
                .filter(each -> each.kind() == kind && certificate.fits(each))
                .toList();
        return fitting.stream()
                .filter(each -> Arrays.equals(each.value(), certificate.key()))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** Keys that no certificate belongs to, the two halves of a pair once. */
    List<SeenObject> lonelyKeys() {
        List<SeenObject> lonely = new ArrayList<>();
        for (SeenObject key : keys) {
            boolean paired = certificates.stream().anyMatch(each -> each.fits(key));
            boolean told = lonely.stream().anyMatch(each -> samePair(each, key));
            if (!paired && !told) {
                lonely.add(key);
            }
        }
        return lonely;
    }

    private static boolean samePair(SeenObject one, SeenObject other) {
        return one.id().equals(other.id())
                && (!one.id().isEmpty() || one.label().equals(other.label()));
    }

    /** How many certificates share this CKA_ID. */
    long namesakes(SeenObject object) {
        return certificates.stream()
                .filter(each -> each.object().id().equals(object.id()))
                .count();
    }
}
