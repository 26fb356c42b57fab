// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.ModuleFile;
import cat.segell.card.host.Question;
import cat.segell.card.host.SeenObject;
import cat.segell.card.host.SeenObject.Kind;
import cat.segell.card.host.SeenToken;
import cat.segell.card.pkcs11.TokenObjects.Held;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinState;
import cat.segell.credential.PinUse;
import cat.segell.credential.Pkcs11Uri;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.Problem;
import cat.segell.text.Showable;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** What was seen on one token, and what of it can sign. */
final class Pkcs11Token {

    private final ModuleFile module;
    private final SeenToken seen;
    private final TokenObjects objects;

    Pkcs11Token(ModuleFile module, SeenToken seen) {
        this.module = module;
        this.seen = seen;
        this.objects = new TokenObjects(seen.objects());
    }

    /** @param label CKA_LABEL of the certificate */
    record Usable(Credential credential, String label) {}

    /** @param object what hides it */
    record Unusable(HiddenCredential hidden, SeenObject object) {}

    ModuleFile module() {
        return module;
    }

    SeenToken seen() {
        return seen;
    }

    Token token() {
        return new Token(
                Showable.of(seen.label()),
                seen.serial(),
                state(seen.state().flags()),
                OptionalInt.empty(),
                has(PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH),
                new TokenPlace.Slot(seen.slot()));
    }

    TokenInSlot inSlot() {
        return new TokenInSlot(
                token(), seen.slot(), usable().stream().map(Usable::credential).toList());
    }

    /** Flags only: tokens of this standard don't tell a number of tries. */
    static PinState state(long flags) {
        if ((flags & PKCS11Constants.CKF_LOGIN_REQUIRED) == 0) {
            return PinState.NOT_NEEDED;
        }
        if ((flags & PKCS11Constants.CKF_USER_PIN_LOCKED) != 0) {
            return PinState.LOCKED;
        }
        if ((flags & PKCS11Constants.CKF_USER_PIN_INITIALIZED) == 0) {
            return PinState.NOT_SET;
        }
        if ((flags & PKCS11Constants.CKF_USER_PIN_TO_BE_CHANGED) != 0) {
            return PinState.TO_BE_CHANGED;
        }
        if ((flags & PKCS11Constants.CKF_USER_PIN_FINAL_TRY) != 0) {
            return PinState.FINAL_TRY;
        }
        return (flags & PKCS11Constants.CKF_USER_PIN_COUNT_LOW) != 0 ? PinState.FEW_TRIES : PinState.READY;
    }

    PinLengths pinLengths() {
        SeenToken.State state = seen.state();
        boolean countable = state.longestPin() <= Integer.MAX_VALUE;
        return countable ? new PinLengths((int) state.shortestPin(), (int) state.longestPin()) : PinLengths.UNKNOWN;
    }

    /** SHA-256 of the certificates that can sign: two cards have none in common. */
    Set<String> signers() {
        return usable().stream()
                .map(each -> each.credential().id().certificateSha256())
                .collect(Collectors.toSet());
    }

    Question.TokenName name() {
        return new Question.TokenName(seen.label(), seen.serial());
    }

    /** @param flag of CK_TOKEN_INFO */
    boolean has(long flag) {
        return (seen.state().flags() & flag) != 0;
    }

    /** Ready to be used, and nothing on it that can be seen. */
    boolean isEmpty() {
        return objects.isEmpty();
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
        return has(PKCS11Constants.CKF_LOGIN_REQUIRED);
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

    /**
     * How often the key of a credential wants its PIN.
     *
     * @param oneEntry whether one entry may serve them all
     */
    PinUse pinUse(CredentialId id, boolean oneEntry) {
        return objects.certificates().stream()
                .filter(held -> held.certificate()
                        .filter(each -> id.equals(CredentialId.of(
                                each, seen.serial(), held.object().id())))
                        .isPresent())
                .flatMap(held -> objects.key(held, Kind.PRIVATE_KEY).stream())
                .findFirst()
                .map(key -> pinUse(key.pinEachTime(), oneEntry && !token().keypad()))
                .orElse(PinUse.UNKNOWN);
    }

    static PinUse pinUse(boolean eachTime, boolean oneEntry) {
        if (!eachTime) {
            return PinUse.LOGIN;
        }
        return oneEntry ? PinUse.EACH_SIGNATURE_ONE_ENTRY : PinUse.EACH_SIGNATURE;
    }

    private Credential credential(SeenObject object, X509Certificate certificate) {
        CredentialId id = CredentialId.of(certificate, seen.serial(), object.id());
        boolean named = objects.namesakes(object) == 1 && !object.id().isEmpty();
        String key = named ? reference(object) : id.certificateSha256();
        return new Credential(id, key, certificate, issuers(certificate), token(), false);
    }

    private List<X509Certificate> issuers(X509Certificate own) {
        return objects.certificates().stream()
                .filter(Held::issues)
                .flatMap(held -> held.certificate().stream())
                .filter(certificate -> !certificate.equals(own))
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
