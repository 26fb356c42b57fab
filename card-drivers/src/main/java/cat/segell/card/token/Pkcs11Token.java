// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.wire.Question;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.card.wire.SeenToken;
import cat.segell.certificate.Nif;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.text.Showable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** What was seen on one token, and what of it can sign. */
public final class Pkcs11Token {

    private final ModuleFile module;
    private final SeenToken seen;
    private final TokenObjects objects;
    private final TokenCredentials credentials;

    public Pkcs11Token(ModuleFile module, SeenToken seen) {
        this.module = module;
        this.seen = seen;
        this.objects = new TokenObjects(seen.objects());
        this.credentials = new TokenCredentials(module, seen, objects, token());
    }

    public ModuleFile module() {
        return module;
    }

    public SeenToken seen() {
        return seen;
    }

    public Token token() {
        return new Token(
                label(),
                seen.serial(),
                flags().pin(),
                flags().tries(),
                has(PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH),
                new TokenPlace.Slot(seen.slot()));
    }

    /** Whose name nobody has written yet is called like its kind. Nobody's number is shown with it. */
    private String label() {
        return Stream.of(seen.label(), seen.model(), seen.manufacturer())
                .map(Showable::of)
                .map(Nif::maskedIn)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    public boolean isInitialised() {
        return has(PKCS11Constants.CKF_TOKEN_INITIALIZED);
    }

    public TokenInSlot inSlot() {
        return new TokenInSlot(
                token(),
                seen.slot(),
                usable().stream().map(Usable::credential).toList(),
                unusable().stream().map(Unusable::hidden).toList(),
                isEmpty());
    }

    public PinLengths pinLengths() {
        SeenToken.State state = seen.state();
        boolean countable = state.longestPin() <= Integer.MAX_VALUE;
        return countable ? new PinLengths((int) state.shortestPin(), (int) state.longestPin()) : PinLengths.UNKNOWN;
    }

    /** By which it is known again behind another driver. */
    public CardTrace trace() {
        Set<String> signers = usable().stream()
                .map(each -> each.credential().id().certificateSha256())
                .collect(Collectors.toSet());
        return new CardTrace(signers, seen.label(), seen.serial());
    }

    public Question.TokenName name() {
        return Question.TokenName.of(seen);
    }

    /** @param flag of CK_TOKEN_INFO */
    public boolean has(long flag) {
        return flags().has(flag);
    }

    /** Ready to be used, and nothing on it that can be seen. */
    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Whether it is the token that a URI names, as far as the URI tells. */
    public boolean fits(Pkcs11Uri uri) {
        return same(uri.token(), seen.label())
                && same(uri.serial(), seen.serial())
                && same(uri.manufacturer(), seen.manufacturer())
                && same(uri.model(), seen.model());
    }

    public static boolean same(Optional<String> wanted, String is) {
        return wanted.isEmpty() || wanted.get().equals(is);
    }

    public List<Usable> usable() {
        return credentials.usable();
    }

    public List<Unusable> unusable() {
        return credentials.unusable();
    }

    private TokenFlags flags() {
        return new TokenFlags(seen.state().flags());
    }

    /**
     * Whether the key of a credential wants the PIN before each signature.
     *
     * @return nothing where it isn't in sight before the login
     */
    public Optional<Boolean> pinEachTime(CredentialId id) {
        return objects.certificates().stream()
                .filter(held -> held.certificate()
                        .filter(each -> id.equals(CredentialId.of(
                                each, seen.serial(), held.object().id())))
                        .isPresent())
                .flatMap(held -> objects.key(held, Kind.PRIVATE_KEY).stream())
                .findFirst()
                .map(SeenObject::pinEachTime);
    }

    /** @param oneEntry whether one entry may serve all signatures */
    public static PinUse pinUse(boolean eachTime, boolean oneEntry) {
        if (!eachTime) {
            return PinUse.LOGIN;
        }
        return oneEntry ? PinUse.EACH_SIGNATURE_ONE_ENTRY : PinUse.EACH_SIGNATURE;
    }
}
