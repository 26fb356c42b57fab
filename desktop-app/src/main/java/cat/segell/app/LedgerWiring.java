// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.log.EmbeddedNotary;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts, and the ledger that gives them. */
public final class LedgerWiring {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWiring.class);

    private final AppDirs dirs;

    LedgerWiring(AppDirs dirs) {
        this.dirs = dirs;
    }

    /** The ledger of this home. */
    public EmbeddedNotary notary() {
        return new EmbeddedNotary(dirs.ledger());
    }

    /** Lays receipts beside their documents. */
    public ReceiptFiles files() {
        return new ReceiptFiles(dirs.receipts());
    }

    /**
     * Checks receipts with the key of this home's ledger, or with those that are given.
     *
     * @param given verifier keys; where there are none this home's own log is believed
     * @throws ProblemException {@code LOG-KEY-INVALID}, or that this home's log is damaged
     */
    public ReceiptVerifier receipts(List<String> given) throws ProblemException {
        if (given.isEmpty()) {
            return ReceiptVerifier.ofOwn(notary().verifierKey());
        }
        List<LogVerifierKey> keys = new ArrayList<>();
        for (String vkey : given) {
            keys.add(LogVerifierKey.parse(vkey));
        }
        return new ReceiptVerifier(keys, ownLog());
    }

    /** Nothing where it is damaged: with keys that are given it isn't needed. */
    private Optional<LogVerifierKey> ownLog() {
        try {
            return notary().verifierKey();
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return Optional.empty();
        }
    }
}
