// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.Notary;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.log.TilesLog.Appended;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MerkleTree;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.proof.Blinding;
import cat.segell.notary.proof.ReceiptExtra;
import cat.segell.notary.proof.TlogProof;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notary of this computer: a log in a folder. Several processes may use one folder, one after another. What a receipt
 * discloses (nonce, metadata) is in the receipt alone: the log can't give it back.
 */
public final class EmbeddedNotary implements Notary {

    /** How long to let another one finish before {@code LOG-BUSY}. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final TilesLog log;

    /** @param folder made at first use */
    public EmbeddedNotary(Path folder) {
        this(new TilesLog(folder, new Disk.Real(), WAIT));
    }

    EmbeddedNotary(TilesLog log) {
        this.log = log;
    }

    @Override
    public List<Receipt> record(List<NotaryEntry> entries) throws ProblemException {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<ReceiptExtra> extras = blinded(entries);
        Appended appended = log.append(
                extras.stream().map(extra -> extra.commitment().value()).toList());
        List<Receipt> receipts = new ArrayList<>();
        for (ReceiptExtra extra : extras) {
            receipts.add(receipt(appended, appended.firstIndex() + receipts.size(), extra));
        }
        return List.copyOf(receipts);
    }

    private static List<ReceiptExtra> blinded(List<NotaryEntry> entries) {
        List<ReceiptExtra> extras = new ArrayList<>();
        try (Blinding blinding = Blinding.fresh()) {
            for (NotaryEntry entry : entries) {
                Hash nonce = blinding.nonce(extras.size());
                extras.add(new ReceiptExtra(Hash.of(entry.document()), nonce, entry.metadata()));
            }
        }
        return extras;
    }

    private Receipt receipt(Appended appended, long index, ReceiptExtra extra) throws ProblemException {
        long size = appended.checkpoint().size();
        Hash leaf = EntryBundle.leaf(extra.commitment().value());
        List<Hash> path = MerkleTree.inclusionProof(index, size, appended.tiles());
        Optional<Hash> root = MerkleTree.rootOf(leaf, index, size, path);
        // Old tiles are read only now: a damaged one must not become a receipt that nobody can verify.
        if (!root.equals(Optional.of(appended.checkpoint().root()))) {
            throw log.damaged();
        }
        TlogProof proof = new TlogProof(Optional.of(extra.bytes()), index, path, appended.note());
        return new Receipt(appended.checkpoint().origin(), index, proof.bytes());
    }

    /** The key with which this log's receipts are verified; nothing where there is no log yet. */
    public Optional<LogVerifierKey> verifierKey() throws ProblemException {
        return log.verifier();
    }

    /** Checks the log's right edge against its signed checkpoint; nothing where there is no log yet. */
    public Optional<LogStatus> status() throws ProblemException {
        return log.status();
    }

    /** Recomputes the whole log from its entries; nothing where there is no log yet. */
    public Optional<LogStatus> verify() throws ProblemException {
        Optional<LogStatus> status = log.status();
        if (status.isPresent()) {
            log.audit(status.get().size());
        }
        return status;
    }
}
