// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import java.nio.file.Path;

/** @param parameters this document's own, in which DSS keeps what it prepared */
record PreparedInFamily<P extends AbstractSignatureParameters<? extends TimestampParameters>>(
        DocumentFile document,
        SignatureAlgorithm algorithm,
        byte[] dataToSign,
        SignatureProfile profile,
        Subject subject,
        P parameters,
        SignatureFamily<P> family)
        implements PreparedDocument {

    @Override
    public SignatureForm form() {
        return subject.form();
    }

    @Override
    public boolean signedBefore() {
        return subject.signedBefore();
    }

    /** @throws RuntimeException of many types, that of the question among them */
    DSSDocument completed(byte[] signature, SignatureLevel level, StampQuestion question, Path folder) {
        DocumentSignatureService<P, ?> service = family.service(folder, OfflineVerifier.create());
        service.setTspSource((_, imprint) -> question.ask(imprint));
        return completed(signature, level, service);
    }

    /** From the start once more, without a time-stamp. */
    DSSDocument unstamped(byte[] signature, Path folder) {
        parameters.reinit();
        return completed(signature, SignatureLevel.B, family.service(folder, OfflineVerifier.create()));
    }

    private DSSDocument completed(byte[] signature, SignatureLevel level, DocumentSignatureService<P, ?> service) {
        parameters.setSignatureLevel(DssWords.level(form().inside(), level));
        return service.signDocument(
                subject.document(), parameters, new SignatureValue(parameters.getSignatureAlgorithm(), signature));
    }
}
