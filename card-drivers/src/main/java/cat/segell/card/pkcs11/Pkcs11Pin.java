// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Cancellation;
import cat.segell.card.host.SeenToken;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
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
        return typed(token.seen().state(), request, entry);
    }

    private static Pkcs11Pin typed(SeenToken.State lengths, PinRequest request, PinEntry entry)
            throws ProblemException {
        try (Pin pin = entry.ask(request)) {
            byte[] bytes = pin.utf8();
            if (!isPossible(bytes.length, lengths)) {
                Arrays.fill(bytes, (byte) 0);
                throw new ProblemException(new PinLength(
                        request.token().label(), (int) lengths.shortestPin(), (int) lengths.longestPin()));
            }
            return new Pkcs11Pin(bytes, false, () -> {}, new Cancellation());
        }
    }

    /** Tokens that say nothing sensible of lengths take any. */
    private static boolean isPossible(int length, SeenToken.State lengths) {
        boolean sensible = lengths.shortestPin() >= 0
                && lengths.shortestPin() <= lengths.longestPin()
                && lengths.longestPin() > 0
                && lengths.longestPin() <= Integer.MAX_VALUE;
        return !sensible || (length >= lengths.shortestPin() && length <= lengths.longestPin());
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        waiting.close();
    }
}
