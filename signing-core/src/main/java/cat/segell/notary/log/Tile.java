// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MerkleTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Up to 256 neighbouring hashes of one level, and the nodes above them up to the tile's own root. */
final class Tile {

    static final int WIDTH = 256;
    /** Levels of the tree in one tile. */
    static final int HEIGHT = 8;

    private final List<Hash> hashes;
    private final Map<Integer, Hash> nodes = new HashMap<>();

    Tile(List<Hash> hashes) {
        if (hashes.isEmpty() || hashes.size() > WIDTH) {
            throw new IllegalArgumentException("no tile of " + hashes.size() + " hashes");
        }
        this.hashes = List.copyOf(hashes);
    }

    /** @param content a whole number of hashes */
    static Tile of(byte[] content) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        List<Hash> hashes = new ArrayList<>();
        while (rest.hasRemaining()) {
            hashes.add(Hash.read(rest));
        }
        return new Tile(hashes);
    }

    List<Hash> hashes() {
        return hashes;
    }

    /**
     * @param height above the tile's lowest level, at most {@value #HEIGHT}
     * @param index among the complete nodes of that height
     */
    Hash node(int height, int index) {
        if (height == 0) {
            return hashes.get(index);
        }
        int place = (1 << (HEIGHT - height)) + index;
        Hash known = nodes.get(place);
        if (known != null) {
            return known;
        }
        Hash made = MerkleTree.node(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
        nodes.put(place, made);
        return made;
    }

    /** Of a full tile: its hash in the level of tiles above. */
    Hash root() {
        return node(HEIGHT, 0);
    }

    byte[] bytes() {
        ByteBuffer content = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> hash.write(content));
        return content.array();
    }
}
