// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import cat.segell.credential.CredentialId;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the application asks a module's process. PINs are UTF-8 bytes, empty for none; both sides wipe them. */
public sealed interface Question {

    /**
     * Where the driver is right now. Answered by {@link Answer.At} even while another question waits for its own answer.
     */
    record Where() implements Question {}

    /**
     * Load the module; the first question of all. Answered by {@link Answer.Done}, {@link Answer.NotAModule} or
     * {@link Answer.Failed}.
     */
    record Load() implements Question {}

    /** All tokens and what can be seen on them. Answered by {@link Answer.Seen}. */
    record Look() implements Question {}

    /** What the module is. Answered by {@link Answer.Is}. */
    record About() implements Question {}

    /**
     * Log in and find the private key. Answered by {@link Answer.Opened}, {@link Answer.TokenGone}, {@link Answer.KeyGone}.
     *
     * @param session a number that the asker chooses, for what follows
     * @param key which one; never by its place in a list
     * @param keypad whether the PIN is typed on the reader
     * @param keepPin whether one entry may serve all signatures of a key that wants the PIN before each
     */
    record Open(long session, CredentialId key, byte[] pin, boolean keypad, boolean keepPin) implements Question {}

    /**
     * Answered by {@link Answer.Signed}, {@link Answer.PinNeeded} where the key wants the PIN again, or
     * {@link Answer.TokenGone} where the key is no longer on the token that the session was begun on.
     *
     * @param data for RSA PKCS#1 a DigestInfo, else the digest
     * @param pin empty for none
     * @param keypad whether a PIN is typed on the reader for this one signature
     */
    record Sign(long session, SignatureAlgorithm algorithm, byte[] data, byte[] pin, boolean keypad)
            implements Question {}

    /**
     * The token with another PIN. Answered by {@link Answer.Done}, {@link Answer.TokenGone}, {@link Answer.TokensAlike} or
     * {@link Answer.Failed}.
     *
     * @param keypad whether both PINs are typed on the reader
     */
    record ChangePin(TokenName token, byte[] present, byte[] fresh, boolean keypad) implements Question {}

    /** The same, with the PUK. */
    record Unblock(TokenName token, byte[] puk, byte[] fresh, Way way) implements Question {

        /** Where the PUK goes. */
        public enum Way {
            /** It is the security officer's PIN, as the standard has it. */
            OFFICER,
            /** The old PIN of C_SetPIN in a session without a login, which only OpenSC takes as a PUK. */
            OPENSC
        }
    }

    /**
     * A token as a person was shown it; where two are like that, neither is meant. One and the same driver shows one card
     * always alike: another one with its label and number has other certificates.
     *
     * @param certificates SHA-256 of all that can be seen on it without a login
     */
    record TokenName(String label, String serial, Set<String> certificates) {
        public TokenName {
            certificates = Set.copyOf(certificates);
        }

        public static TokenName of(SeenToken seen) {
            return new TokenName(seen.label(), seen.serial(), certificates(seen.objects()));
        }

        /** Of all that was seen. */
        public static Set<String> certificates(List<SeenObject> objects) {
            return objects.stream()
                    .filter(object -> object.kind() == SeenObject.Kind.CERTIFICATE)
                    .map(object -> DigestAlgorithm.SHA256.of(object.value()).hex())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Log out and forget. Answered by {@link Answer.Done}, whatever the module says. */
    record Close(long session) implements Question {}

    /** Whether an answer is one to this question; any other is garbage. */
    default boolean fits(Answer answer) {
        return switch (this) {
            case Where _ -> answer instanceof Answer.At;
            case Load _ ->
                answer instanceof Answer.Done || answer instanceof Answer.NotAModule || answer instanceof Answer.Failed;
            case Look _ -> answer instanceof Answer.Seen || answer instanceof Answer.Failed;
            case About _ -> answer instanceof Answer.Is || answer instanceof Answer.Failed;
            case Open _ ->
                answer instanceof Answer.Opened
                        || answer instanceof Answer.TokenGone
                        || answer instanceof Answer.KeyGone
                        || answer instanceof Answer.Failed;
            case Sign _ ->
                answer instanceof Answer.Signed
                        || answer instanceof Answer.PinNeeded
                        || answer instanceof Answer.TokenGone
                        || answer instanceof Answer.Failed;
            case ChangePin _, Unblock _ ->
                answer instanceof Answer.Done
                        || answer instanceof Answer.TokenGone
                        || answer instanceof Answer.TokensAlike
                        || answer instanceof Answer.Failed;
            case Close _ -> answer instanceof Answer.Done || answer instanceof Answer.Failed;
        };
    }
}
