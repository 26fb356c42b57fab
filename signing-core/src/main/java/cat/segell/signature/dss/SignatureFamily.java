// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * What one of DSS's families of formats has of its own.
 *
 * @param <P> its parameters; of each document its own, because DSS keeps in them what it prepared
 */
interface SignatureFamily<P extends AbstractSignatureParameters<? extends TimestampParameters>> {

    /** @param form of a signature, or of what signs within a container */
    static SignatureFamily<?> of(SignatureForm form) {
        return switch (form.inside()) {
            case PADES -> new PadesFamily();
            case XADES -> form.isContainer() ? new AsicXadesFamily() : new XadesFamily();
            case CADES -> form.isContainer() ? new AsicCadesFamily() : new CadesFamily();
            case JADES -> new JadesFamily();
            case ASIC_S, ASIC_E -> throw new IllegalArgumentException("a container in a container: " + form);
        };
    }

    /**
     * @param original what a signature signs that lies apart, where the document is one
     * @throws ProblemException a {@code DocumentProblem} where this document can't be signed so
     */
    Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original) throws ProblemException;

    /** How the format holds the document. */
    P parameters(Subject subject);

    /**
     * A signed file of this family, whose signatures are raised.
     *
     * @param form as the file has it, as far as its kind tells
     * @throws ProblemException a {@code DocumentProblem} where what it signs can't be read
     */
    default Subject signed(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        return subject(document, form, original);
    }

    /**
     * @param folder for what DSS lays on the disk
     * @param verifier what it asks about certificates
     */
    DocumentSignatureService<P, ?> service(Path folder, CertificateVerifier verifier);

    /** Where the format binds the digest to the key. */
    default DigestAlgorithm digest(PublicKey key, DigestAlgorithm wanted) {
        return wanted;
    }
}
