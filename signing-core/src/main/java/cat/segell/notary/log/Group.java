// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Entries that go into the log together. Written ahead, before anything is signed: whatever happens then, the log goes on
 * with these entries and no others, and never signs two trees of one size.
 *
 * @param size of the log before
 * @param root of the log before
 */
record Group(long size, Hash root, List<Hash> entries) {

    /** Named limit of one call: 32 MB of journal. */
    static final int MAX_ENTRIES = 1_000_000;

    private static final byte[] MAGIC = "segell-group-1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = 16 + Long.BYTES + Hash.LENGTH + Integer.BYTES;
    static final int MAX_LENGTH = FIXED + (MAX_ENTRIES + 1) * Hash.LENGTH;

    Group {
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES || size < 0) {
            throw new IllegalArgumentException("no group of " + entries.size());
        }
        entries = List.copyOf(entries);
    }

    long newSize() {
        return size + entries.size();
    }

    /** Ends with a hash of all that comes before. */
    byte[] bytes() {
        ByteBuffer content = ByteBuffer.allocate(FIXED + (entries.size() + 1) * Hash.LENGTH);
        content.put(MAGIC).putLong(size);
        root.write(content);
        content.putInt(entries.size());
        entries.forEach(entry -> entry.write(content));
        Hash.of(Arrays.copyOf(content.array(), content.position())).write(content);
        return content.array();
    }

    /** Nothing where these bytes aren't exactly a group. */
    static Optional<Group> parse(byte[] content) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        if (content.length < FIXED + 2 * Hash.LENGTH || !Arrays.equals(MAGIC, Arrays.copyOf(content, MAGIC.length))) {
            return Optional.empty();
        }
        long size = rest.position(MAGIC.length).getLong();
        Hash root = Hash.read(rest);
        int count = rest.getInt();
        if (size < 0 || count < 1 || count > MAX_ENTRIES || content.length != FIXED + (count + 1) * Hash.LENGTH) {
            return Optional.empty();
        }
        List<Hash> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(Hash.read(rest));
        }
        Group group = new Group(size, root, entries);
        return Arrays.equals(group.bytes(), content) ? Optional.of(group) : Optional.empty();
    }
}
