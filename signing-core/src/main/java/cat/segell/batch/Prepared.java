// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.DocumentFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.signature.PreparedDocument;

/** A document of a batch before the key signs it; whoever has it closes it. */
sealed interface Prepared extends AutoCloseable {

    @Override
    void close();

    /**
     * One that waits for the key.
     *
     * @param place where the signed file is to lie
     */
    record Ready(WorkFolder work, DocumentFile file, PreparedDocument document, OutputName place) implements Prepared {

        @Override
        public void close() {
            file.close();
            work.close();
        }
    }

    /** One that the key won't see. */
    record Over(DocumentResult result) implements Prepared {

        @Override
        public void close() {}
    }
}
