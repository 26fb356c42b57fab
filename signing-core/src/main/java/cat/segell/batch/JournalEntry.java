// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.Digest;
import cat.segell.document.OutputFile.Announced;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import java.util.List;
import java.util.Optional;

/** One batch that is being written down by its only writer, on one thread after another; indexes are those of {@link BatchRequest#documents()}. */
public interface JournalEntry extends AutoCloseable {

    /** Of the batch, unique. */
    String id();

    /**
     * What is about to be laid in its place.
     *
     * @param input of the document as it was read
     * @param level that it has
     * @param pending the level that was asked for and not reached
     */
    record Placing(
            int index,
            Digest input,
            Announced signed,
            SignatureLevel level,
            Optional<DocumentResult.Pending> pending) {}

    /**
     * Signed files are about to be laid in their places. On the disk when it returns: who dies from now on
     * has signed such a document if a file of that content is there, and else has not.
     *
     * @param placings at least one
     * @throws ProblemException as {@link Journal#begin}
     */
    default void placing(List<Placing> placings) throws ProblemException {}

    /** Written down no later than the next ones are laid: if it is lost, {@link #placing} still tells. */
    default void ended(int index, DocumentResult result) {}

    /**
     * All that could be signed is, and the ledger was asked: who has no receipt yet gets one later.
     *
     * @param results one for each document, in order
     */
    default void recorded(List<DocumentResult> results) {}

    /** The run is over, whether all documents are or not. */
    @Override
    default void close() {}
}
