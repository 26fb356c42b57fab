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

    @Override
    public void demandBelieved(DocumentFile document, Credential signer) throws ProblemException {
        watch.waits();
        try {
            extender.demandBelieved(document, signer);
        } finally {
            watch.waited();
        }
    }

    @Override
    public void demandRaisable(DocumentFile document, OriginalDocument original) throws ProblemException {
        watch.waits();
        try {
            extender.demandRaisable(document, original);
        } finally {
            watch.waited();
        }
    }

    @Override
    public SignedContent extend(DocumentFile document, OriginalDocument original, SignatureLevel level, WorkFolder work)
            throws ProblemException {
        watch.waits();
        try {
            return extender.extend(document, original, level, work);
        } finally {
            watch.waited();
        }
    }
}
