// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.merkle.MerkleTree;
import cat.segell.notary.note.Checkpoint;
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
