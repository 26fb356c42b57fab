// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.keys.WaitWatch;
import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignedContent;
import cat.segell.validation.OriginalDocument;

/** Evidence for signatures, where somebody may have to end the wait for those who give it: interrupted, they count as silent. */
record WatchedExtender(Extender extender, WaitWatch watch) implements Extender {

    /** What may take long. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws ProblemException;
    }

    @Override
    public void demandBelieved(DocumentFile document, Credential signer) throws ProblemException {
        boolean _ = watched(() -> {
            extender.demandBelieved(document, signer);
            return true;
        });
    }

    @Override
    public void demandRaisable(DocumentFile document, OriginalDocument original) throws ProblemException {
        boolean _ = watched(() -> {
            extender.demandRaisable(document, original);
            return true;
        });
    }

    @Override
    public SignedContent extend(DocumentFile document, OriginalDocument original, SignatureLevel level, WorkFolder work)
            throws ProblemException {
        return watched(() -> extender.extend(document, original, level, work));
    }

    private <T> T watched(Asking<T> asking) throws ProblemException {
        watch.waits();
        try {
            return asking.ask();
        } finally {
            watch.waited();
        }
    }
}
