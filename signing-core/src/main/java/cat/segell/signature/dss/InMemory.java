// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentTooBig;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;

/** Documents that DSS takes into memory as a whole, several times over: those that the signature is around, or inside. */
final class InMemory {

    /** In bytes. Bigger ones are signed in a container, or apart from their signature. */
    static final long LIMIT = 32 << 20;

    private InMemory() {}

    /** @throws ProblemException {@code DOCUMENT-TOO-BIG} */
    static void guard(DocumentFile document, SignatureForm form) throws ProblemException {
        boolean apart = form.packaging() == Packaging.DETACHED && form.format() != SignatureFormat.JADES;
        if (!apart && document.size() > LIMIT) {
            throw new ProblemException(new DocumentTooBig(document.source(), LIMIT >> 20));
        }
    }
}
