// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import cat.segell.document.HashedFile;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PDF on its way from what is signed of it to its signature: in one pass, or, where that can't be, as DSS does it by itself. Both make
 * the same of it.
 */
public final class PdfPass {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPass.class);

    private final PAdESService service;
    private final FileDocument document;
    private final Optional<OnePassPdfs> onePass;
    private final byte[] dataToSign;

    private PdfPass(
            PAdESService service,
            FileDocument document,
            Optional<OnePassPdfs> onePass,
            PAdESSignatureParameters parameters) {
        this.service = service;
        this.document = document;
        this.onePass = onePass;
        this.dataToSign = service.getDataToSign(document, parameters).getBytes();
    }

    /**
     * @param base what is signed
     * @param folder for what DSS lays on the disk
     * @throws RuntimeException of many types
     */
    public static PdfPass begin(
            HashedFile base, PAdESService service, PAdESSignatureParameters parameters, Path folder) {
        FileDocument document = new FileDocument(base.file().toFile());
        OnePassPdfs onePass = new OnePassPdfs(base);
        service.setPdfObjFactory(onePass);
        try {
            return new PdfPass(service, document, Optional.of(onePass), parameters);
        } catch (OnePassRefused e) {
            LOG.info("not in one pass: {}", e.getMessage());
            parameters.reinit();
            service.setPdfObjFactory(WorkPdfs.in(folder));
            return new PdfPass(service, document, Optional.empty(), parameters);
        }
    }

    /** The DER of the signed attributes. */
    public byte[] dataToSign() {
        return dataToSign.clone();
    }

    public boolean isOne() {
        return onePass.isPresent();
    }

    /**
     * What was given at the beginning becomes the signed document, or is left as it was.
     *
     * @param parameters the same object as at the beginning: DSS keeps the digest in it
     * @throws RuntimeException of many types
     */
    public HashedFile end(PAdESSignatureParameters parameters, SignatureValue value) throws IOException {
        DSSDocument signed = service.signDocument(document, parameters, value);
        if (onePass.isPresent()) {
            return onePass.get().signed().orElseThrow();
        }
        return HashedFile.of(((FileDocument) signed).getFile().toPath());
    }
}
