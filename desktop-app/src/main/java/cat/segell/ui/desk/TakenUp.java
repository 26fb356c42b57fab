// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchRequest;
import cat.segell.batch.journal.BatchOrder;
import cat.segell.batch.journal.Resumption;
import java.util.List;

/**
 * A batch that goes on: with the key that it had, and in the same way.
 *
 * @param documents those that are left, in the order of {@link Resumption#left()}
 */
public record TakenUp(Resumption resumption, SignerOption signer, List<FoundDocument> documents)
        implements AutoCloseable {

    public TakenUp {
        documents = List.copyOf(documents);
    }

    public BatchRequest request() {
        BatchOrder order = resumption.batch().order();
        return new BatchRequest(
                resumption.left(),
                signer.credential(),
                order.profile(),
                order.output(),
                order.notarise(),
                order.allowExpired());
    }

    /** Others may work at it again. */
    @Override
    public void close() {
        resumption.close();
    }
}
