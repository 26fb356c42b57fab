// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.Digest;
import cat.segell.document.OutputFile.Announced;
import cat.segell.problem.ProblemException;

/** One batch that is being written down by its only writer; indexes are those of {@link BatchRequest#documents()}. */
public interface JournalEntry extends AutoCloseable {

    /** Of the batch, unique. */
    String id();

    /**
     * A signed file is about to be laid in its place. On the disk when it returns: who dies from now on
     * has signed this document if a file of that content is there, and else has not.
     *
     * @param input of the document as it was read
     * @throws ProblemException as {@link Journal#begin}
     */
    default void placing(int index, Digest input, Announced signed) throws ProblemException {}

    /** Written down no later than the next one is laid: if it is lost, {@link #placing} still tells. */
    default void ended(int index, DocumentResult result) {}

    /** The run is over, whether all documents are or not. */
    @Override
    default void close() {}
}
