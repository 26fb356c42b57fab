// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Lays the tiles and bundles of a group beside those that are there. Doing it again changes nothing. */
final class GroupWriter {

    private final LogFolder folder;
    private final Group group;
    private final Tiles before;

    GroupWriter(LogFolder folder, Group group) {
        this.folder = folder;
        this.group = group;
        this.before = new Tiles(folder, group.size());
    }

    /** Durable when this returns. */
    void write() throws ProblemException {
        List<Hash> entries = new ArrayList<>(before.entriesEdge());
        entries.addAll(group.entries());
        long index = group.size() / Tile.WIDTH;
        for (List<Hash> part : parts(entries)) {
            folder.add(TileName.entries(index, part.size()), new EntryBundle(part).bytes());
            index++;
        }
        List<Hash> added = new EntryBundle(group.entries()).leaves();
        for (int level = 0; !added.isEmpty(); level++) {
            added = writeLevel(level, added);
        }
        folder.sync();
    }

    /** @return what comes up to the next level: the roots of the tiles that are full now */
    private List<Hash> writeLevel(int level, List<Hash> added) throws ProblemException {
        List<Hash> row = new ArrayList<>(before.edge(level));
        row.addAll(added);
        List<Hash> up = new ArrayList<>();
        long index = before.hashes(level) / Tile.WIDTH;
        for (List<Hash> part : parts(row)) {
            Tile tile = new Tile(part);
            folder.add(TileName.tile(level, index, part.size()), tile.bytes());
            if (part.size() == Tile.WIDTH) {
                up.add(tile.root());
            }
            index++;
        }
        return up;
    }

    private static List<List<Hash>> parts(List<Hash> row) {
        List<List<Hash>> parts = new ArrayList<>();
        for (int from = 0; from < row.size(); from += Tile.WIDTH) {
            parts.add(row.subList(from, Math.min(from + Tile.WIDTH, row.size())));
        }
        return parts;
    }

    /** Partial tiles go once their full one is signed for. */
    void clearPartials() throws ProblemException {
        for (int level = 0; group.newSize() >> (Tile.HEIGHT * level) > 0; level++) {
            long from = (group.size() >> (Tile.HEIGHT * level)) / Tile.WIDTH;
            long to = (group.newSize() >> (Tile.HEIGHT * level)) / Tile.WIDTH;
            if (from < to) {
                clear(TileName.tile(level, from, Tile.WIDTH));
            }
            if (from < to && level == 0) {
                clear(TileName.entries(from, Tile.WIDTH));
            }
        }
    }

    private void clear(String fullName) throws ProblemException {
        String partials = TileName.partials(fullName);
        for (String name : folder.names(partials)) {
            folder.delete(partials + name);
        }
        folder.delete(partials);
    }
}
