// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.time.Instant;
import java.util.List;

/**
 * @param id of this run, unique
 * @param begun for which the certificate's dates were looked at
 * @param documents one for each of the request, in its order
 */
public record BatchResult(String id, Instant begun, List<DocumentResult> documents) {

    public BatchResult {
        documents = List.copyOf(documents);
    }
}
