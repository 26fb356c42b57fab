// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.util.List;

/**
 * @param id of this run, unique
 * @param documents one for each of the request, in its order
 */
public record BatchResult(String id, List<DocumentResult> documents) {

    public BatchResult {
        documents = List.copyOf(documents);
    }
}
