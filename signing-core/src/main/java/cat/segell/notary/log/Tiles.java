// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.Subtrees;
import cat.segell.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored tree as it was at one size. Reads a tile at a time, keeps the last ones; not for several threads. */
final class Tiles implements Subtrees {

    private static final int KEPT = 64;

    private final LogFolder folder;
    private final long size;
    private final Map<String, Tile> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tile> eldest) {
            return size() > KEPT;
        }
    };

    Tiles(LogFolder folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    @Override
    public Hash at(int level, long index) throws ProblemException {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        Tile tile = tile(level / Tile.HEIGHT, first / Tile.WIDTH);
        return tile.node(height, (int) (first % Tile.WIDTH) >> height);
    }

    /** Number of hashes that the tree has in the tiles of this level. */
    long hashes(int level) {
        return size >> (Tile.HEIGHT * level);
    }

    /** Of a tile or bundle (level 0); 0 where it doesn't exist at this size. */
    int width(int level, long index) {
        return Math.clamp(hashes(level) - index * Tile.WIDTH, 0, Tile.WIDTH);
    }

    Tile tile(int level, long index) throws ProblemException {
        int width = width(level, index);
        String name = TileName.tile(level, index, width);
        Tile known = kept.get(name);
        if (known != null) {
            return known;
        }
        Tile tile = Tile.of(read(name, width, TileName.tile(level, index, Tile.WIDTH), Hash.LENGTH));
        kept.put(name, tile);
        return tile;
    }

    EntryBundle bundle(long index) throws ProblemException {
        int width = width(0, index);
        byte[] content = read(
                TileName.entries(index, width), width, TileName.entries(index, Tile.WIDTH), EntryBundle.ENTRY_LENGTH);
        return EntryBundle.parse(content).orElseThrow(folder::damaged);
    }

    /** A partial one may have been cleared away once the full one was there, which begins with it. */
    private byte[] read(String name, int width, String fullName, int length) throws ProblemException {
        Optional<byte[]> content = folder.read(name, width * length);
        if (content.isPresent()) {
            return exactly(content.get(), width * length);
        }
        byte[] full = folder.read(fullName, Tile.WIDTH * length).orElseThrow(folder::damaged);
        return Arrays.copyOf(exactly(full, Tile.WIDTH * length), width * length);
    }

    private byte[] exactly(byte[] content, int length) throws ProblemException {
        if (content.length != length) {
            throw folder.damaged();
        }
        return content;
    }

    /** The hashes of the last tile of a level, where that one isn't full. */
    List<Hash> edge(int level) throws ProblemException {
        long index = hashes(level) / Tile.WIDTH;
        return width(level, index) == 0 ? List.of() : tile(level, index).hashes();
    }

    /** The entries of the last bundle, where that one isn't full. */
    List<Hash> entriesEdge() throws ProblemException {
        long index = size / Tile.WIDTH;
        return width(0, index) == 0 ? List.of() : bundle(index).entries();
    }
}
