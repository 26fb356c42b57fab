// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.merkle;

import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** A tree in memory, hashed naively from the definition in RFC 6962 §2.1: slow, and obviously right. */
public final class MemoryTree implements Subtrees {

    private final List<byte[]> entries = new ArrayList<>();

    public MemoryTree add(byte[] entry) {
        entries.add(entry.clone());
        return this;
    }

    public int size() {
        return entries.size();
    }

    public Hash root(int size) {
        return definition(entries.subList(0, size));
    }

    public List<Hash> inclusionProof(int index, int size) throws ProblemException {
        return MerkleTree.inclusionProof(index, size, this);
    }

    @Override
    public Hash at(int level, long index) {
        int from = Math.toIntExact(index << level);
        return definition(entries.subList(from, from + (1 << level)));
    }

    private static Hash definition(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hash.of();
        }
        if (leaves.size() == 1) {
            return Hash.of(new byte[] {0}, leaves.getFirst());
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.of(
                new byte[] {1},
                definition(leaves.subList(0, split)).value(),
                definition(leaves.subList(split, leaves.size())).value());
    }
}
