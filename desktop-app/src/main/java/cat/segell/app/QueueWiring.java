// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.queue.QueueServices;
import cat.segell.notary.Registrar;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Extender;
import java.util.List;

/** Who does pending work: those who were asked when it was signed, unless the administrator has set others since. */
record QueueWiring(Wiring wiring, Preferences preferences) implements QueueServices {

    @Override
    public Extender extender(AskedServices asked) throws ProblemException {
        return wiring.extender(authorities(asked.timestamps()), asked.trusted(), asked.privateNetwork());
    }

    private List<String> authorities(List<String> asked) {
        List<String> open = asked.stream().filter(address -> isOpen(address)).toList();
        return open.isEmpty() ? preferences.tsa() : open;
    }

    private boolean isOpen(String address) {
        return !preferences.isLocked(Setting.TSA)
                || address.equals(Wiring.PRACTICE)
                || preferences.tsa().contains(address);
    }

    @Override
    public Registrar registrar() {
        return wiring.registrar();
    }

    @Override
    public ReceiptVerifier receipts() throws ProblemException {
        return wiring.ledger().receipts(List.of());
    }
}
