// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.ModuleFile;
import cat.segell.card.host.SeenObject;
import cat.segell.card.host.SeenObject.Kind;
import cat.segell.card.host.SeenToken;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.PinState;
import cat.segell.credential.Pkcs11Uri;
import cat.segell.credential.Token;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** What was seen on one token, certificates and keys paired up by CKA_ID and then by public key. */
record Pkcs11Token(ModuleFile module, SeenToken seen) {

    /** @param label CKA_LABEL of the certificate */
    record Usable(Credential credential, String label) {}

    /** @param object what hides it */
    record Unusable(HiddenCredential hidden, SeenObject object) {}

    Token token() {
        return new Token(seen.label(), seen.serial(), state(seen.flags()), OptionalInt.empty());
    }

    TokenInSlot inSlot() {
        return new TokenInSlot(
                token(), seen.slot(), usable().stream().map(Usable::credential).toList());
    }

    /** Flags only: tokens of this standard don't tell a number of tries. */
    static PinState state(long flags) {
        if (!has(flags, PKCS11Constants.CKF_LOGIN_REQUIRED)) {
            return PinState.NOT_NEEDED;
        }
        if (has(flags, PKCS11Constants.CKF_USER_PIN_LOCKED)) {
            return PinState.LOCKED;
        }
        if (!has(flags, PKCS11Constants.CKF_USER_PIN_INITIALIZED)) {
            return PinState.NOT_SET;
        }
        if (has(flags, PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH)) {
            return PinState.PIN_PAD;
        }
        if (has(flags, PKCS11Constants.CKF_USER_PIN_FINAL_TRY)) {
            return PinState.FINAL_TRY;
        }
        return has(flags, PKCS11Constants.CKF_USER_PIN_COUNT_LOW) ? PinState.FEW_TRIES : PinState.READY;
    }

    private static boolean has(long flags, long flag) {
        return (flags & flag) != 0;
    }

    /** Whether it is the token that a URI names, as far as the URI tells. */
    boolean fits(Pkcs11Uri uri) {
        return same(uri.token(), seen.label())
                && same(uri.serial(), seen.serial())
                && same(uri.manufacturer(), seen.manufacturer())
                && same(uri.model(), seen.model());
    }

    static boolean same(Optional<String> wanted, String is) {
        return wanted.isEmpty() || wanted.get().equals(is);
    }

    /**
     * Certificates that can sign as far as can be seen: where private keys are shown only after the PIN, a certificate without
     * any key in sight counts as one that has its key.
     */
    List<Usable> usable() {
        List<Usable> usable = new ArrayList<>();
        for (SeenObject object : objects(Kind.CERTIFICATE).toList()) {
            CertificatePart.parse(object.value())
                    .filter(certificate -> keyInSight(object) || mayHaveKey(certificate))
                    .map(certificate -> new Usable(credential(object, certificate), object.label()))
                    .ifPresent(usable::add);
        }
        return usable;
    }

    List<Unusable> unusable() {
        List<Unusable> unusable = new ArrayList<>();
        for (SeenObject object : seen.objects()) {
            switch (object.kind()) {
                case CERTIFICATE -> certificateProblem(object).ifPresent(unusable::add);
                case PUBLIC_KEY, PRIVATE_KEY ->
                    keyProblem(object)
                            .filter(found -> unusable.stream()
                                    .noneMatch(each -> each.hidden()
                                            .key()
                                            .equals(found.hidden().key())))
                            .ifPresent(unusable::add);
            }
        }
        return unusable;
    }

    private Optional<Unusable> certificateProblem(SeenObject object) {
        Optional<X509Certificate> certificate = CertificatePart.parse(object.value());
        if (certificate.isEmpty()) {
            return Optional.of(new Unusable(
                    new HiddenCredential(reference(object), certificate, new CertBroken(reference(object))), object));
        }
        if (keyInSight(object) || mayHaveKey(certificate.get())) {
            return Optional.empty();
        }
        Problem why = issues(certificate.get())
                ? new CertIssuesOthers(CertificateReader.read(certificate.get()).holder())
                : new CertWithoutKey(reference(object));
        return Optional.of(new Unusable(new HiddenCredential(reference(object), certificate, why), object));
    }

    private Optional<Unusable> keyProblem(SeenObject key) {
        boolean lonely = objects(Kind.CERTIFICATE).noneMatch(certificate -> pair(certificate, key));
        return lonely
                ? Optional.of(new Unusable(
                        new HiddenCredential(
                                reference(key), Optional.empty(), new KeyWithoutCertificate(reference(key))),
                        key))
                : Optional.empty();
    }

    private boolean keyInSight(SeenObject certificate) {
        return Stream.of(Kind.PRIVATE_KEY, Kind.PUBLIC_KEY)
                .flatMap(this::objects)
                .filter(key -> key.kind() == Kind.PRIVATE_KEY || hidesPrivateKeys())
                .anyMatch(key -> pair(certificate, key));
    }

    private boolean mayHaveKey(X509Certificate certificate) {
        return hidesPrivateKeys() && !issues(certificate);
    }

    private boolean hidesPrivateKeys() {
        return has(seen.flags(), PKCS11Constants.CKF_LOGIN_REQUIRED);
    }

    private static boolean issues(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    private static boolean pair(SeenObject certificate, SeenObject key) {
        if (!certificate.id().isEmpty() && certificate.id().equals(key.id())) {
            return true;
        }
        return key.value().length > 0 && Arrays.equals(key.value(), CertificatePart.of(certificate.value()));
    }

    private Stream<SeenObject> objects(Kind kind) {
        return seen.objects().stream().filter(object -> object.kind() == kind);
    }

    private Credential credential(SeenObject object, X509Certificate certificate) {
        CredentialId id = CredentialId.of(certificate, seen.serial(), object.id());
        long namesakes = objects(Kind.CERTIFICATE)
                .filter(each -> each.id().equals(object.id()))
                .count();
        String key = namesakes == 1 && !object.id().isEmpty() ? reference(object) : id.certificateSha256();
        return new Credential(id, key, certificate, issuers(certificate), token(), false);
    }

    private List<X509Certificate> issuers(X509Certificate own) {
        return objects(Kind.CERTIFICATE)
                .flatMap(object -> CertificatePart.parse(object.value()).stream())
                .filter(certificate -> issues(certificate) && !certificate.equals(own))
                .toList();
    }

    private String reference(SeenObject object) {
        return new Pkcs11Uri(
                        Optional.of(seen.label()),
                        Optional.of(seen.serial()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(object.id()).filter(id -> !id.isEmpty()),
                        object.id().isEmpty() ? Optional.of(object.label()) : Optional.empty(),
                        Optional.of(module.named().toAbsolutePath()))
                .text();
    }
}
