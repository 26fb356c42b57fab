// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Cancellation;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinRequest;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;

/**
 * One entry of a PIN, here or on the reader, for one question to the token. Closed when the answer is there: then nothing is
 * left of it.
 *
 * @param bytes UTF-8; empty where nothing was entered here
 * @param keypad whether the token now waits for its reader
 */
record Pkcs11Pin(byte[] bytes, boolean keypad, PinEntry.Waiting waiting, Cancellation cancellation)
        implements AutoCloseable {

    static Pkcs11Pin none() {
        return new Pkcs11Pin(new byte[0], false, () -> {}, new Cancellation());
    }

    /**
     * Asks for it, if the token is in a state to take one.
     *
     * @param token as it is now
     * @throws ProblemException a {@code PinProblem}
     */
    static Pkcs11Pin ask(Pkcs11Token token, PinRequest request, PinEntry entry) throws ProblemException {
        Token shown = request.token();
        Optional<PinProblem> hindrance = shown.hindrance();
        if (hindrance.isPresent()) {
            throw new ProblemException(hindrance.get());
        }
        if (shown.keypad()) {
            Cancellation cancellation = new Cancellation();
            return new Pkcs11Pin(new byte[0], true, entry.onReader(request, cancellation::cancel), cancellation);
        }
        return typed(token.pinLengths(), request, entry);
    }

    private static Pkcs11Pin typed(PinLengths lengths, PinRequest request, PinEntry entry) throws ProblemException {
        try (Pin pin = entry.ask(request)) {
            byte[] bytes = pin.utf8();
            if (!lengths.allow(bytes.length)) {
                Arrays.fill(bytes, (byte) 0);
                throw new ProblemException(
                        new PinLength(request.token().label(), lengths.shortest(), lengths.longest()));
            }
            return new Pkcs11Pin(bytes, false, () -> {}, new Cancellation());
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        waiting.close();
    }
}
