// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.pdf.PdfPass;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.util.Optional;

/**
 * A PDF between digest and signature value.
 *
 * @param size in bytes, of what is signed: the document, or it with the pictures of the signature on its other pages
 * @param parameters the same object until the end: DSS keeps the digest in it
 */
record PreparedPdf(
        DocumentFile document,
        boolean signedBefore,
        PdfPass pass,
        long size,
        SignatureAlgorithm algorithm,
        SignatureProfile profile,
        PAdESSignatureParameters parameters,
        PAdESService service)
        implements PreparedDocument {

    @Override
    public byte[] dataToSign() {
        return pass.dataToSign();
    }

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
