// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.credential.CredentialId;
import java.util.Arrays;
import java.util.Optional;

/**
 * A login on one token, for one batch, in the child process. For a key that wants the PIN before each signature it keeps the
 * PIN from the login to the first success, and from one success to the next where that is allowed: after anything else the
 * PIN is gone.
 */
final class TokenSession {

    private final CredentialId credential;
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

    TokenSession(CredentialId credential, KeySearch.Found found, long key, Demand demand) {
        this.credential = credential;
        this.slot = found.slot();
        this.handle = found.handle();
        this.key = key;
        this.demand = demand;
    }

    CredentialId credential() {
        return credential;
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

    /**
     * One character for each byte, as the wrapper hands them on when it is told that they are no UTF-8: what it would encode
     * itself it would leave behind in strings.
     *
     * @param utf8 wiped here
     */
    static char[] octets(byte[] utf8) {
        char[] octets = new char[utf8.length];
        for (int i = 0; i < utf8.length; i++) {
            octets[i] = (char) (utf8[i] & 0xff);
        }
        Arrays.fill(utf8, (byte) 0);
        return octets;
    }
}
