// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.journal.AskedServices;
import cat.segell.notary.Registrar;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Extender;

/** Who does the work. Asked for only where there is some. */
public interface QueueServices {

    /**
     * For one run.
     *
     * @throws ProblemException where the services can't be used as they are set
     */
    Extender extender(AskedServices asked) throws ProblemException;

    /** This computer's ledger. */
    Registrar registrar();

    /**
     * That knows receipts of this computer's ledger.
     *
     * @throws ProblemException where that is damaged
     */
    ReceiptVerifier receipts() throws ProblemException;
}
