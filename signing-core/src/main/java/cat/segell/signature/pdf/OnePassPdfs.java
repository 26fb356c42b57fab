// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.HashedFile;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Signs one PDF in one pass: of the document nothing is read but its structure, and nothing is written but what is laid behind it. Kept
 * from the digest to the signature; a stranger to all other documents.
 */
final class OnePassPdfs extends PdfBoxNativeObjectFactory {

    private final HashedFile document;
    private Optional<SigningUpdate> update = Optional.empty();
    private Optional<HashedFile> signed = Optional.empty();

    /** @param document to which the signature is appended, and which nobody else reads from then on */
    OnePassPdfs(HashedFile document) {
        this.document = document;
        setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new OnePassService(this));
    }

    /** What became of the document. */
    Optional<HashedFile> signed() {
        return signed;
    }

    long length() {
        return document.size();
    }

    void prepared(SigningUpdate prepared) {
        update = Optional.of(prepared);
    }

    /** Of everything that is signed. */
    byte[] digest(DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = document.begun(algorithm);
        update.orElseThrow().feed(digest);
        return digest.digest();
    }

    /** @param cms for which there is room */
    void append(byte[] cms) throws IOException {
        signed = Optional.of(document.append(update.orElseThrow().with(cms)));
    }
}
