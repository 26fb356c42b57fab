// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SerializableCounterSignatureParameters;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;

/** @param parameters this document's own, in which DSS keeps what it prepared */
record PreparedCounter<
                P extends
                        AbstractSignatureParameters<? extends TimestampParameters>
                                & SerializableCounterSignatureParameters>(
        DocumentFile document,
        SignatureAlgorithm algorithm,
        byte[] dataToSign,
        SignatureProfile profile,
        Subject subject,
        P parameters,
        CounterFamily<P> family)
        implements PreparedDocument {

    @Override
    public SignatureForm form() {
        return subject.form();
    }

    @Override
    public boolean signedBefore() {
        return true;
    }

    /** @throws RuntimeException of many types */
    DSSDocument completed(byte[] signature) {
        return family.service()
                .apply(OfflineVerifier.create())
                .counterSignSignature(
                        subject.document(),
                        parameters,
                        new SignatureValue(parameters.getSignatureAlgorithm(), signature));
    }
}
