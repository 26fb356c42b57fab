// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How wide PC/SC's numbers are and where the fields of SCARD_READERSTATE lie, on 64-bit systems: {@code winscard.h} of the
 * Windows SDK, of pcsc-lite and of Apple's PCSC.framework. Buffers are in the machine's byte order.
 */
enum PcscAbi {

    /** DWORD is {@code unsigned int}; SCARDCONTEXT is ULONG_PTR; functions end in W and take UTF-16. */
    WINDOWS(4, 8, 64, 36, "W", StandardCharsets.UTF_16LE),

    /** pcsc-lite: DWORD and LONG are {@code long}, SCARDCONTEXT is LONG. */
    LINUX(8, 8, 80, 33, "", StandardCharsets.UTF_8),

    /** DWORD is uint32_t, SCARDCONTEXT is int32_t, and the structure is packed: rows lie at odd addresses. */
    MACOS(4, 4, 61, 33, "", StandardCharsets.UTF_8);

    private static final int POINTER = 8;

    /** szReader and pvUserData lie in front of the numbers. */
    private static final int CURRENT_STATE = 2 * POINTER;

    private final int dword;
    private final int context;
    private final int row;
    private final int atrCapacity;
    private final String suffix;
    private final Charset charset;

    PcscAbi(int dword, int context, int row, int atrCapacity, String suffix, Charset charset) {
        this.dword = dword;
        this.context = context;
        this.row = row;
        this.atrCapacity = atrCapacity;
        this.suffix = suffix;
        this.charset = charset;
    }

    /** @param system {@code os.name} */
    static PcscAbi of(String system) {
        if (system.startsWith("Windows")) {
            return WINDOWS;
        }
        return system.startsWith("Mac") ? MACOS : LINUX;
    }

    /** The name under which a library exports a function that takes text. */
    String textFunction(String name) {
        return name + suffix;
    }

    int dwordSize() {
        return dword;
    }

    int contextSize() {
        return context;
    }

    int rowSize() {
        return row;
    }

    int charSize() {
        return charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
    }

    /** A DWORD as an argument of a call: an argument that is too narrow leaves the upper half of a register undefined. */
    Number dwordArgument(int value) {
        return dword == 8 ? (Number) (value & 0xffffffffL) : (Number) value;
    }

    /** A SCARDCONTEXT as an argument of a call. */
    Number contextArgument(long value) {
        return context == 8 ? (Number) value : (Number) (int) value;
    }

    long context(ByteBuffer buffer) {
        return context == 8 ? buffer.getLong(0) : buffer.getInt(0);
    }

    int dword(ByteBuffer buffer, int at) {
        return dword == 8 ? (int) buffer.getLong(at) : buffer.getInt(at);
    }

    void putDword(ByteBuffer buffer, int at, int value) {
        if (dword == 8) {
            buffer.putLong(at, value & 0xffffffffL);
        } else {
            buffer.putInt(at, value);
        }
    }

    int currentState(int index) {
        return index * row + CURRENT_STATE;
    }

    int eventState(int index) {
        return currentState(index) + dword;
    }

    int atrLength(int index) {
        return eventState(index) + dword;
    }

    int atr(int index) {
        return atrLength(index) + dword;
    }

    /** Every other field is zero: else remote readers make Windows' function fail. */
    void putRow(ByteBuffer table, int index, long name, int known) {
        table.put(index * row, new byte[row]);
        table.putLong(index * row, name);
        putDword(table, currentState(index), known);
    }

    /** The row as PC/SC filled it in; lengths that don't fit are not believed. */
    ReaderStatus row(ByteBuffer table, int index, String name) {
        int length = dword(table, atrLength(index));
        Optional<Atr> atr = Optional.empty();
        if (length >= 2 && length <= Math.min(atrCapacity, 33)) {
            byte[] bytes = new byte[length];
            table.get(atr(index), bytes);
            atr = Optional.of(Atr.of(bytes));
        }
        return new ReaderStatus(name, dword(table, eventState(index)), atr);
    }

    /** With the zero at its end. */
    byte[] text(String text) {
        byte[] characters = text.getBytes(charset);
        return Arrays.copyOf(characters, characters.length + charSize());
    }

    String text(byte[] terminated) {
        return new String(terminated, 0, terminated.length - charSize(), charset);
    }

    /** The texts of a multi-string, each with the zero at its end; one that breaks off isn't believed. */
    List<byte[]> texts(byte[] multi) {
        List<byte[]> texts = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at + charSize() <= multi.length; at += charSize()) {
            if (zero(multi, at)) {
                if (at == begin) {
                    return texts;
                }
                texts.add(Arrays.copyOfRange(multi, begin, at + charSize()));
                begin = at + charSize();
            }
        }
        return texts;
    }

    private boolean zero(byte[] bytes, int at) {
        return bytes[at] == 0 && bytes[at + charSize() - 1] == 0;
    }
}
