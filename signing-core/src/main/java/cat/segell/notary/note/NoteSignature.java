// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A signature line of a note.
 *
 * @param name of the key
 * @param keyId first four bytes of a hash over name and key: a hint which key to try, never a proof
 */
public record NoteSignature(String name, int keyId, byte[] value) {

    /** Em dash, space. */
    private static final String START = "\u2014 ";

    public NoteSignature {
        value = value.clone();
    }

    static Optional<NoteSignature> parse(String line) {
        if (!line.startsWith(START)) {
            return Optional.empty();
        }
        String rest = line.substring(START.length());
        int space = rest.indexOf(' ');
        if (space < 0 || !LogVerifierKey.isName(rest.substring(0, space))) {
            return Optional.empty();
        }
        return Base64Text.decode(rest.substring(space + 1))
                .filter(bytes -> bytes.length > Integer.BYTES)
                .map(bytes -> of(rest.substring(0, space), bytes));
    }

    private static NoteSignature of(String name, byte[] bytes) {
        int keyId = ByteBuffer.wrap(bytes).getInt();
        return new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    boolean isBy(LogVerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    /** Without line end. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + value.length)
                .putInt(keyId)
                .put(value)
                .array();
        return START + name + " " + Base64Text.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature(String n, int id, byte[] v)
                && n.equals(name)
                && id == keyId
                && Arrays.equals(v, value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(value));
    }
}
