// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and the signatures under it (C2SP signed-note). Nothing in it may be believed before {@link #check} has said so.
 *
 * @param text with its final line end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The specification asks for at least 16; witnesses of a large network fit in too. */
    public static final int MAX_SIGNATURES = 64;

    private static final String BLANK_LINE = "\n\n";

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a line end");
        }
        signatures = List.copyOf(signatures);
    }

    /** Nothing where these bytes are no signed note. */
    public static Optional<SignedNote> parse(byte[] note) {
        return text(note).flatMap(SignedNote::parse);
    }

    public static Optional<SignedNote> parse(String note) {
        int blank = note.lastIndexOf(BLANK_LINE);
        if (blank < 0 || !note.endsWith("\n") || blank + BLANK_LINE.length() == note.length()) {
            return Optional.empty();
        }
        List<String> lines = note.substring(blank + BLANK_LINE.length()).lines().toList();
        if (lines.size() > MAX_SIGNATURES) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            Optional<NoteSignature> signature = NoteSignature.parse(line);
            if (signature.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
    }

    /** UTF-8 without control characters other than the line end; nothing for other bytes. */
    public static Optional<String> text(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** What is signed. */
    public byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What this key says of this note. */
    public KeyVerdict check(LogVerifierKey key) {
        KeyVerdict verdict = KeyVerdict.SILENT;
        for (NoteSignature signature : signatures) {
            if (!signature.isBy(key)) {
                continue;
            }
            if (!key.verifies(signedBytes(), signature.value())) {
                return KeyVerdict.REFUTED;
            }
            verdict = KeyVerdict.SIGNED;
        }
        return verdict;
    }

    /** The note as it is stored and sent. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
