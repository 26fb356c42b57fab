// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which reader a PKCS#11 slot is. OpenSC and most vendors' modules put the reader's name into the slot's description, cut
 * off at the 64 bytes that CK_SLOT_INFO has, some with words of their own behind it. Never a guess: where two readers fit, it
 * is neither.
 */
public record SlotNames(List<Reader> readers) {

    private static final int DESCRIPTION_BYTES = 64;

    public SlotNames {
        readers = List.copyOf(readers);
    }

    /** @param description of the slot, without padding */
    public Optional<Reader> reader(String description) {
        if (description.isBlank()) {
            return Optional.empty();
        }
        return only(reader -> reader.name().equals(description))
                .or(() -> only(reader -> cut(reader.name()).equals(withoutHalfCharacter(description))))
                .or(() -> longest(description));
    }

    private Optional<Reader> longest(String description) {
        int length = readers.stream()
                .filter(reader -> begins(description, reader.name()))
                .map(reader -> reader.name().length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return only(reader -> reader.name().length() == length && begins(description, reader.name()));
    }

    /** With a blank or a bracket behind it: “Reader 1” is not the beginning of “Reader 10”. */
    private static boolean begins(String description, String name) {
        return !name.isEmpty()
                && description.startsWith(name)
                && description.length() > name.length()
                && !Character.isLetterOrDigit(description.charAt(name.length()));
    }

    private static String cut(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, DESCRIPTION_BYTES);
        return withoutHalfCharacter(new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8));
    }

    private static String withoutHalfCharacter(String text) {
        return text.replaceFirst("\uFFFD+$", "").stripTrailing();
    }

    /** The one that fits; of several the one with a card, where it is one. */
    private Optional<Reader> only(Predicate<Reader> fits) {
        List<Reader> fitting = readers.stream().filter(fits).toList();
        if (fitting.size() > 1) {
            fitting = fitting.stream().filter(Reader::hasCard).toList();
        }
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
