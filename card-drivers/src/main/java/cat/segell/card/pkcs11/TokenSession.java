// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A login on one token, for one batch, in the child process. For a key that wants the PIN before each signature it keeps the
 * PIN from the login to the first success, and from one success to the next where that is allowed: after anything else the
 * PIN is gone.
 */
final class TokenSession {

    private final long slot;
    private long handle;
    private final long key;
    private final Demand demand;
    private char[] pin = new char[0];
    private boolean broken;

    /**
     * How a key wants its PIN.
     *
     * @param eachTime before each signature
     * @param keypad it is typed on the reader and never known here
     * @param keep whether one entry may serve several signatures
     */
    record Demand(boolean eachTime, boolean keypad, boolean keep) {}

    TokenSession(long slot, long handle, long key, Demand demand) {
        this.slot = slot;
        this.handle = handle;
        this.key = key;
        this.demand = demand;
    }

    long slot() {
        return slot;
    }

    long handle() {
        return handle;
    }

    /** A signature broke off, and stays begun in this session. */
    void breakOff() {
        broken = true;
    }

    boolean broken() {
        return broken;
    }

    void continueIn(long freshHandle) {
        handle = freshHandle;
        broken = false;
    }

    long key() {
        return key;
    }

    boolean pinEachTime() {
        return demand.eachTime();
    }

    /** Whether a signature would fail for want of a PIN. */
    boolean lacksPin() {
        return demand.eachTime() && !demand.keypad() && pin.length == 0;
    }

    /** The PIN for this one signature; the caller wipes it, and gives it back with {@link #succeeded} if all went well. */
    Optional<char[]> takePin() {
        char[] taken = pin;
        pin = new char[0];
        return demand.keypad() ? Optional.empty() : Optional.of(taken);
    }

    /** For the next signature. */
    void keep(char[] entered) {
        wipe();
        pin = demand.eachTime() ? entered.clone() : new char[0];
    }

    /** A signature with this PIN. */
    void succeeded(char[] accepted) {
        if (demand.keep()) {
            keep(accepted);
        }
    }

    void wipe() {
        Arrays.fill(pin, '\0');
        pin = new char[0];
    }

    /** @param utf8 wiped here */
    static char[] characters(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        Arrays.fill(decoded.array(), '\0');
        Arrays.fill(utf8, (byte) 0);
        return characters;
    }
}
