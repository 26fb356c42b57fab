// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.OutputFile.Announced;
import cat.segell.signature.SignedContent;

/** Where a document stands behind the key. */
sealed interface FinishingStep {

    int index();

    /** The key signed it: whoever has this closes what was prepared. */
    record Signature(int index, Prepared.Ready prepared, byte[] value) implements FinishingStep {}

    /** It is signed, and waits for its place. */
    record ToPlace(int index, Prepared.Ready prepared, SignedContent content, Announced announced)
            implements FinishingStep {}

    /** A mistake of ours, which ends the batch when the others of its group are in their places. */
    record Broken(int index, RuntimeException mistake) implements FinishingStep {}

    record Over(int index, DocumentResult result) implements FinishingStep {}
}
