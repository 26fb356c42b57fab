// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Recomputes every stored hash of a log from its entries. */
final class LogAudit {

    private final Tiles tiles;
    private final LogFolder folder;

    LogAudit(LogFolder folder, long size) {
        this.folder = folder;
        this.tiles = new Tiles(folder, size);
    }

    /** @throws ProblemException {@code LOG-DAMAGED} where entries, tiles and the tiles above don't fit together */
    void run() throws ProblemException {
        for (long index = 0; tiles.width(0, index) > 0; index++) {
            compare(0, index, tiles.bundle(index).leaves());
        }
        for (int level = 1; tiles.hashes(level) > 0; level++) {
            for (long index = 0; tiles.width(level, index) > 0; index++) {
                compare(level, index, rootsBelow(level, index));
            }
        }
    }

    private List<Hash> rootsBelow(int level, long index) throws ProblemException {
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i < tiles.width(level, index); i++) {
            roots.add(tiles.tile(level - 1, index * Tile.WIDTH + i).root());
        }
        return roots;
    }

    private void compare(int level, long index, List<Hash> expected) throws ProblemException {
        if (!tiles.tile(level, index).hashes().equals(expected)) {
            throw folder.damaged();
        }
    }
}
