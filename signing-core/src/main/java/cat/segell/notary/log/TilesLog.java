// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.log.LogIdentity.Signed;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MerkleTree;
import cat.segell.notary.note.Checkpoint;
import cat.segell.notary.note.LogKey;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.note.SignedNote;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An append-only log in a folder. A group of entries goes in by four steps, each durable before the next: the group itself
 * (write-ahead), its tiles, the signed checkpoint, the end of the write-ahead. After a crash the next writer takes up where
 * it stopped.
 */
final class TilesLog {

    static final String JOURNAL = LogFolder.PRIVATE + "journal";

    private final LogFolder folder;
    private final LogIdentity identity;
    private final Duration wait;

    /** @param wait for another one who writes */
    TilesLog(Path folder, Disk disk, Duration wait) {
        this.folder = new LogFolder(folder, disk);
        this.identity = new LogIdentity(this.folder);
        this.wait = wait;
    }

    /** What {@link #append} leaves: the new checkpoint, and the tree under it to take proofs from. */
    record Appended(long firstIndex, SignedNote note, Checkpoint checkpoint, Tiles tiles) {}

    /** Durable when this returns. Makes the log at first use. */
    Appended append(List<Hash> entries) throws ProblemException {
        folder.prepare();
        try (LogLock _ = LogLock.take(folder, wait)) {
            folder.sweep();
            LogKey key = identity.key();
            recover(key);
            Checkpoint before = identity.signed(key.verifier()).checkpoint();
            checkEdge(before);
            checkNothingBeyond(before.size());
            Group group = new Group(before.size(), before.root(), entries);
            folder.replace(JOURNAL, group.bytes());
            return commit(group, key);
        }
    }

    /** Ends what a crash interrupted. A journal appears whole or not at all: a broken one is damage. */
    private void recover(LogKey key) throws ProblemException {
        Optional<byte[]> journal = folder.read(JOURNAL, Group.MAX_LENGTH);
        if (journal.isEmpty()) {
            return;
        }
        Group group = Group.parse(journal.get()).orElseThrow(folder::damaged);
        Checkpoint stored = identity.signed(key.verifier()).checkpoint();
        Tiles tiles = checkEdge(stored);
        if (stored.size() == group.size() && stored.root().equals(group.root())) {
            commit(group, key);
        } else if (stored.size() == group.newSize() && endsWith(group, tiles)) {
            finish(new GroupWriter(folder, group));
        } else {
            throw folder.damaged();
        }
    }

    private static boolean endsWith(Group group, Tiles tiles) throws ProblemException {
        for (int i = 0; i < group.entries().size(); i++) {
            Hash leaf = EntryBundle.leaf(group.entries().get(i));
            if (!tiles.at(0, group.size() + i).equals(leaf)) {
                return false;
            }
        }
        return true;
    }

    private Appended commit(Group group, LogKey key) throws ProblemException {
        GroupWriter writer = new GroupWriter(folder, group);
        writer.write();
        Tiles tiles = new Tiles(folder, group.newSize());
        Hash root = MerkleTree.root(group.newSize(), tiles);
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), group.newSize(), root);
        SignedNote note = key.sign(checkpoint.text());
        folder.replace(LogIdentity.CHECKPOINT, note.bytes());
        finish(writer);
        return new Appended(group.size(), note, checkpoint, tiles);
    }

    private void finish(GroupWriter writer) throws ProblemException {
        writer.clearPartials();
        folder.delete(JOURNAL);
    }

    /** The stored right edge must give the signed root, and its entries the tiles: a few files at any size. */
    private Tiles checkEdge(Checkpoint checkpoint) throws ProblemException {
        Tiles tiles = new Tiles(folder, checkpoint.size());
        List<Hash> leaves = new EntryBundle(tiles.entriesEdge()).leaves();
        if (!MerkleTree.root(checkpoint.size(), tiles).equals(checkpoint.root()) || !leaves.equals(tiles.edge(0))) {
            throw folder.damaged();
        }
        return tiles;
    }

    /** Tiles beyond the checkpoint, and no journal that explains them: an old checkpoint was put back. */
    private void checkNothingBeyond(long size) throws ProblemException {
        String next = TileName.tile(0, size / Tile.WIDTH, Tile.WIDTH);
        long width = size % Tile.WIDTH;
        boolean larger = folder.names(TileName.partials(next)).stream()
                .flatMap(name -> Checkpoint.decimal(name).stream())
                .anyMatch(other -> other > width);
        if (larger || folder.exists(next)) {
            throw folder.damaged();
        }
    }

    /** What a reader sees at this moment; nothing where there is no log yet. Takes no lock. */
    Optional<LogStatus> status() throws ProblemException {
        Optional<LogVerifierKey> verifier = identity.verifier();
        if (verifier.isEmpty()) {
            return Optional.empty();
        }
        Signed signed = identity.signed(verifier.get());
        checkEdge(signed.checkpoint());
        return Optional.of(LogStatus.of(folder.root(), verifier.get(), signed));
    }

    /** Recomputes everything up to this size. */
    void audit(long size) throws ProblemException {
        new LogAudit(folder, size).run();
    }

    /** Nothing where there is no log yet. */
    Optional<LogVerifierKey> verifier() throws ProblemException {
        return identity.verifier();
    }

    ProblemException damaged() {
        return folder.damaged();
    }
}
