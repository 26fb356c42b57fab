// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import cat.segell.notary.note.Checkpoint;
import cat.segell.notary.note.KeyVerdict;
import cat.segell.notary.note.LogKey;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.note.SignedNote;
import cat.segell.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Who a log is, and what it signed last. The key file is written last of all: where it is, a log exists. */
final class LogIdentity {

    static final String CHECKPOINT = "checkpoint";
    static final String VKEY = "vkey";
    static final String KEY = LogFolder.PRIVATE + "key";

    private static final int MAX_TEXT = 64 * 1024;

    private final LogFolder folder;

    LogIdentity(LogFolder folder) {
        this.folder = folder;
    }

    /** What the log signed, and what that says. */
    record Signed(SignedNote note, Checkpoint checkpoint) {}

    /** Nothing where there is no log yet. */
    Optional<LogVerifierKey> verifier() throws ProblemException {
        if (!folder.exists(KEY)) {
            return Optional.empty();
        }
        byte[] vkey = folder.read(VKEY, MAX_TEXT).orElseThrow(folder::damaged);
        try {
            return Optional.of(LogVerifierKey.parse(new String(vkey, StandardCharsets.UTF_8).strip()));
        } catch (ProblemException notAKey) {
            throw folder.damaged();
        }
    }

    /** The key of this log; made, with an empty log, at first use. */
    LogKey key() throws ProblemException {
        Optional<LogVerifierKey> verifier = verifier();
        if (verifier.isEmpty()) {
            return begin();
        }
        byte[] secret = folder.read(KEY, MAX_TEXT).orElseThrow(folder::damaged);
        try {
            return LogKey.of(secret, verifier.get()).orElseThrow(folder::damaged);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private LogKey begin() throws ProblemException {
        // Tiles without a key: somebody took the key away. A new one would begin another history in their place.
        if (folder.exists("tile") || folder.exists(TilesLog.JOURNAL)) {
            throw folder.damaged();
        }
        LogKey key = LogKey.generate();
        Checkpoint empty = new Checkpoint(key.verifier().name(), 0, Hash.of());
        byte[] secret = key.pkcs8();
        try {
            folder.replace(VKEY, (key.verifier().vkey() + "\n").getBytes(StandardCharsets.UTF_8));
            folder.replace(CHECKPOINT, key.sign(empty.text()).bytes());
            folder.replace(KEY, secret);
            return key;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** The stored checkpoint; its signature is right. */
    Signed signed(LogVerifierKey verifier) throws ProblemException {
        SignedNote note = folder.read(CHECKPOINT, MAX_TEXT)
                .flatMap(SignedNote::parse)
                .filter(read -> read.check(verifier) == KeyVerdict.SIGNED)
                .orElseThrow(folder::damaged);
        Checkpoint checkpoint = Checkpoint.parse(note)
                .filter(read -> read.origin().equals(verifier.name()))
                .orElseThrow(folder::damaged);
        return new Signed(note, checkpoint);
    }
}
