// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PDF between digest and signature value.
 *
 * @param base what is signed: the document, or it with the pictures of the signature on its other pages
 * @param size of that, in bytes
 * @param parameters the same object until the end: DSS keeps the document that was hashed in it
 * @param service with the folder for its files set
 */
record PreparedPdf(
        DocumentFile document,
        boolean signedBefore,
        Path base,
        long size,
        SignatureAlgorithm algorithm,
        byte[] dataToSign,
        SignatureProfile profile,
        PAdESSignatureParameters parameters,
        PAdESService service)
        implements PreparedDocument {

    @Override
    public Optional<String> field() {
        return Optional.ofNullable(
                parameters.getImageParameters().getFieldParameters().getFieldId());
    }

    @Override
    public SignatureForm form() {
        return SignatureForm.PADES;
    }
}
