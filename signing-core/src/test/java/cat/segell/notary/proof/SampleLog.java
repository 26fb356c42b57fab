// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.Metadata;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MemoryTree;
import cat.segell.notary.note.Checkpoint;
import cat.segell.notary.note.LogKey;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.note.SignedNote;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/** A log in memory with a real key, and the means to make receipts from it, good and forged. */
final class SampleLog {

    private final LogKey key = LogKey.generate();
    private final MemoryTree tree = new MemoryTree();

    LogVerifierKey verifier() {
        return key.verifier();
    }

    long size() {
        return tree.size();
    }

    SampleLog add(ReceiptExtra extra) {
        tree.add(extra.commitment().value().value());
        return this;
    }

    /** Adds entries of strangers. */
    SampleLog fill(int count) {
        for (int i = 0; i < count; i++) {
            tree.add(Hash.of(new byte[] {(byte) i}).value());
        }
        return this;
    }

    SignedNote checkpoint() {
        return sign(new Checkpoint(verifier().name(), tree.size(), tree.root(tree.size())));
    }

    SignedNote sign(Checkpoint checkpoint) {
        return key.sign(checkpoint.text());
    }

    TlogProof proof(int index, ReceiptExtra extra) throws ProblemException {
        return new TlogProof(Optional.of(extra.bytes()), index, tree.inclusionProof(index, tree.size()), checkpoint());
    }

    static ReceiptExtra extra(Hash document) {
        return new ReceiptExtra(document, Hash.of(new byte[] {1, 2, 3}), Metadata.NONE);
    }
}
