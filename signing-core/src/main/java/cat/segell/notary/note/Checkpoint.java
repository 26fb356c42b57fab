// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import cat.segell.notary.merkle.Hash;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a log signs of itself (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size number of entries
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        if (!LogVerifierKey.isName(origin) || size < 0) {
            throw new IllegalArgumentException("no checkpoint: " + origin + " " + size);
        }
    }

    /**
     * Extension lines are signed but mean nothing to us.
     *
     * @return nothing where this note is no checkpoint
     */
    public static Optional<Checkpoint> parse(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        // The origin will be shown to people: control and direction characters have no business in it.
        if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty) || !LogVerifierKey.isName(lines.getFirst())) {
            return Optional.empty();
        }
        return decimal(lines.get(1))
                .flatMap(size -> Base64Text.decode(lines.get(2))
                        .filter(root -> root.length == Hash.LENGTH)
                        .map(root -> new Checkpoint(lines.get(0), size, new Hash(root))));
    }

    /** ASCII digits without leading zeros, up to 2^63-1; nothing for other texts. */
    public static Optional<Long> decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** The text to sign. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
