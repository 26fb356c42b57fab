// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MerkleTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Up to 256 neighbouring entries, each after its length (16 bits, big-endian). Ours are 32 bytes, all of them. */
record EntryBundle(List<Hash> entries) {

    /** Of one entry with its length. */
    static final int ENTRY_LENGTH = Short.BYTES + Hash.LENGTH;

    EntryBundle {
        entries = List.copyOf(entries);
    }

    /** Nothing where these bytes are no bundle of commitments. */
    static Optional<EntryBundle> parse(byte[] content) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        List<Hash> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            if (rest.remaining() < ENTRY_LENGTH || rest.getShort() != Hash.LENGTH) {
                return Optional.empty();
            }
            entries.add(Hash.read(rest));
        }
        return Optional.of(new EntryBundle(entries));
    }

    static Hash leaf(Hash entry) {
        return MerkleTree.leaf(entry.value());
    }

    List<Hash> leaves() {
        return entries.stream().map(EntryBundle::leaf).toList();
    }

    byte[] bytes() {
        ByteBuffer content = ByteBuffer.allocate(entries.size() * ENTRY_LENGTH);
        for (Hash entry : entries) {
            entry.write(content.putShort((short) Hash.LENGTH));
        }
        return content.array();
    }
}
