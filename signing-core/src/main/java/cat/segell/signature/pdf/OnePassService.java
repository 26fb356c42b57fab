// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import cat.segell.document.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Has DSS do to a document what it does to any; what comes of it is written here, and the rest of the document isn't. */
final class OnePassService extends PdfBoxSignatureService {

    private final OnePassPdfs pdfs;
    private Optional<PDSignature> signature = Optional.empty();

    OnePassService(OnePassPdfs pdfs) {
        super(PDFServiceMode.SIGNATURE, new Drawers());
        this.pdfs = pdfs;
    }

    @Override
    protected PDSignature createSignatureDictionary(PDDocument document, PAdESCommonParameters parameters) {
        PDSignature made = super.createSignatureDictionary(document, parameters);
        signature = Optional.of(made);
        return made;
    }

    @Override
    public void saveDocumentIncrementally(PDDocument document, OutputStream nobodys) {
        try {
            pdfs.prepared(SigningUpdate.of(document, signature.orElseThrow(), pdfs.length()));
        } catch (IOException e) {
            throw new DSSException(e);
        }
    }

    /** DSS's own is that of nothing. */
    @Override
    protected DSSMessageDigest computeDigest(DSSDocument document, PAdESCommonParameters parameters) {
        super.computeDigest(document, parameters);
        DigestAlgorithm algorithm =
                DigestAlgorithm.valueOf(parameters.getDigestAlgorithm().name());
        try {
            return new DSSMessageDigest(parameters.getDigestAlgorithm(), pdfs.digest(algorithm));
        } catch (IOException e) {
            throw new DSSException(e);
        }
    }

    /** Like DSS's own it has no further use for what it kept. */
    @Override
    public DSSDocument sign(DSSDocument document, byte[] cms, PAdESCommonParameters parameters) {
        assertContentSizeSufficient(cms, parameters);
        parameters.reinit();
        try {
            pdfs.append(cms);
            return document;
        } catch (IOException e) {
            throw new DSSException(e);
        }
    }
}
