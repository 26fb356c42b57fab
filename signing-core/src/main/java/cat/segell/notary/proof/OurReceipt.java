// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.document.SingleFile;
import cat.segell.notary.merkle.MerkleTree;
import cat.segell.notary.note.Checkpoint;
import cat.segell.problem.LedgerProblem.ReceiptBroken;
import cat.segell.problem.LedgerProblem.ReceiptMissing;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A receipt of ours, read but not believed.
 *
 * @param checkpoint what the proof's note says, whoever signed it
 */
public record OurReceipt(TlogProof proof, ReceiptExtra extra, Checkpoint checkpoint) {

    /** Nothing where these bytes are no receipt of ours. */
    public static Optional<OurReceipt> parse(byte[] receipt) {
        return TlogProof.parse(receipt).flatMap(OurReceipt::of);
    }

    /**
     * @param receipt a file from anywhere
     * @throws ProblemException {@code FILE-IS-FOLDER}, {@code RECEIPT-MISSING} or {@code RECEIPT-BROKEN}
     */
    public static OurReceipt read(Path receipt) throws ProblemException {
        SingleFile.demand(receipt);
        if (!Files.isRegularFile(receipt)) {
            throw new ProblemException(new ReceiptMissing(receipt));
        }
        try (InputStream in = Files.newInputStream(receipt)) {
            return parse(in.readNBytes(TlogProof.MAX_LENGTH + 1))
                    .orElseThrow(() -> new ProblemException(new ReceiptBroken(receipt)));
        } catch (IOException e) {
            throw new ProblemException(new ReceiptBroken(receipt), e);
        }
    }

    private static Optional<OurReceipt> of(TlogProof proof) {
        return proof.extra()
                .flatMap(ReceiptExtra::parse)
                .flatMap(extra -> Checkpoint.parse(proof.checkpoint())
                        .map(checkpoint -> new OurReceipt(proof, extra, checkpoint)));
    }

    /** Whether the path takes this commitment to the root that the checkpoint names. */
    boolean leadsToRoot(Commitment commitment) {
        return MerkleTree.rootOf(
                        MerkleTree.leaf(commitment.value().value()), proof.index(), checkpoint.size(), proof.path())
                .filter(checkpoint.root()::equals)
                .isPresent();
    }
}
