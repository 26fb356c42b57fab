// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.token.TokenObjects.Held;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.card.wire.SeenToken;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Nif;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Token;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * What of a token's objects can sign, and what can't.
 *
 * @param token as others know it
 */
record TokenCredentials(ModuleFile module, SeenToken seen, TokenObjects objects, Token token) {

    /**
     * Certificates that can sign as far as can be seen: where private keys are shown only after the PIN, a certificate without
     * any key in sight counts as one that has its key.
     */
    List<Usable> usable() {
        List<Usable> usable = new ArrayList<>();
        for (Held held : objects.certificates()) {
            if (maySign(held)) {
                held.certificate()
                        .map(certificate -> new Usable(
                                credential(held.object(), certificate),
                                held.object().label()))
                        .ifPresent(usable::add);
            }
        }
        return usable;
    }

    private boolean maySign(Held held) {
        if (objects.key(held, Kind.PRIVATE_KEY).isPresent()) {
            return true;
        }
        boolean likely = !held.issues() || objects.key(held, Kind.PUBLIC_KEY).isPresent();
        return hidesPrivateKeys() && likely;
    }

    private boolean hidesPrivateKeys() {
        return flags().has(PKCS11Constants.CKF_LOGIN_REQUIRED);
    }

    List<Unusable> unusable() {
        List<Unusable> unusable = new ArrayList<>();
        for (Held held : objects.certificates()) {
            String reference = reference(held.object());
            if (held.certificate().isEmpty()) {
                unusable.add(unusable(held, new CertBroken(reference)));
            } else if (!maySign(held)) {
                unusable.add(unusable(held, whyNot(held, reference)));
            }
        }
        for (SeenObject key : objects.lonelyKeys()) {
            String reference = reference(key);
            unusable.add(new Unusable(
                    new HiddenCredential(reference, Optional.empty(), new KeyWithoutCertificate(reference)), key));
        }
        return unusable;
    }

    private static Problem whyNot(Held held, String reference) {
        return held.certificate()
                .filter(_ -> held.issues())
                .<Problem>map(issuer ->
                        new CertIssuesOthers(CertificateReader.read(issuer).holder()))
                .orElseGet(() -> new CertWithoutKey(reference));
    }

    private Unusable unusable(Held held, Problem why) {
        return new Unusable(new HiddenCredential(reference(held.object()), held.certificate(), why), held.object());
    }

    private Credential credential(SeenObject object, X509Certificate certificate) {
        CredentialId id = CredentialId.of(certificate, seen.serial(), object.id());
        boolean named = objects.namesakes(object) == 1 && !object.id().isEmpty() && !isUnnamed();
        String key = named ? reference(object) : id.certificateSha256();
        return new Credential(id, key, certificate, issuers(certificate), token, false);
    }

    private List<X509Certificate> issuers(X509Certificate own) {
        return objects.certificates().stream()
                .filter(Held::issues)
                .flatMap(held -> held.certificate().stream())
                .filter(certificate -> !certificate.equals(own))
                .toList();
    }

    /** Neither a name that may be shown nor a number tells it from others. */
    private boolean isUnnamed() {
        return shown(seen.label()).isEmpty() && seen.serial().isBlank();
    }

    /** Nothing where a person's number is in it: a reference is printed, copied and kept. */
    private static Optional<String> shown(String name) {
        return Optional.of(name).filter(each -> Nif.maskedIn(each).equals(each));
    }

    private String reference(SeenObject object) {
        return new Pkcs11Uri(
                        shown(seen.label()),
                        Optional.of(seen.serial()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(object.id()).filter(id -> !id.isEmpty()),
                        object.id().isEmpty() ? shown(object.label()) : Optional.empty(),
                        Optional.of(module.named().toAbsolutePath()))
                .text();
    }

    private TokenFlags flags() {
        return new TokenFlags(seen.state().flags());
    }
}
