// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * What one of DSS's families of formats has of its own.
 *
 * @param <P> its parameters; of each document its own, because DSS keeps in them what it prepared
 */
interface SignatureFamily<P extends AbstractSignatureParameters<? extends TimestampParameters>> {

    /** @throws ProblemException a {@code DocumentProblem} where this document can't be signed so */
    Subject subject(DocumentFile document, SignatureForm form) throws ProblemException;

    /** How the format holds the document. */
    P parameters(Subject subject);

    /** @param folder for what DSS lays on the disk */
    DocumentSignatureService<P, ?> service(Path folder);

    /** Where the format binds the digest to the key. */
    default DigestAlgorithm digest(PublicKey key, DigestAlgorithm wanted) {
        return wanted;
    }
}
