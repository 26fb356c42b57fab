// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.journal.JournaledBatch;
import java.time.Instant;

/**
 * A batch of which something is left.
 *
 * @param created when it began
 * @param documents all of them
 * @param left of which nobody knows that they are signed
 * @param keyFile whether its key is in a file, behind a password
 */
public record BrokenOff(String id, Instant created, int documents, int left, boolean keyFile) {

    static BrokenOff of(JournaledBatch batch) {
        return new BrokenOff(
                batch.id(),
                batch.created(),
                batch.documents().size(),
                (int) batch.left(),
                batch.order().key().startsWith("pkcs12:"));
    }
}
