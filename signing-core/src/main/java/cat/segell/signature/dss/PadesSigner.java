// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.DocumentProblem.DocumentCertified;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LevelUnsupported;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PAdES baseline signatures (ETSI EN 319 142-1) of the levels B and T, as an incremental update of the PDF. */
public final class PadesSigner implements Signer {

    /** Absent where only level B is wanted. */
    private final Optional<TimestampAuthority> authority;

    /**
     * For one batch: it remembers which authority didn't answer.
     *
     * @param authorities in the order in which they are asked; may be empty where only level B is wanted
     */
    public PadesSigner(List<? extends TimestampAuthority> authorities) {
        authority = authorities.isEmpty() ? Optional.empty() : Optional.of(new TimestampFallback(authorities));
    }

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        guardLevel(profile.level());
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(credential.certificate().getPublicKey(), profile.digest(), profile.pss());
        PdfGuard.check(document);
        PAdESSignatureParameters parameters = PdfParameters.of(credential, profile, algorithm);
        PAdESService service = newService(document.work().folder());
        try {
            byte[] data = service.getDataToSign(file(document), parameters).getBytes();
            return new PreparedPdf(document, algorithm, data, profile, parameters, service);
        } catch (ProtectedDocumentException e) {
            throw new ProblemException(new DocumentCertified(document.source()), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw foreign(document, e);
        }
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        PreparedPdf pdf = (PreparedPdf) prepared;
        Stamp stamp = pdf.profile().level() == SignatureLevel.T ? stamp(signature, pdf.profile()) : Stamp.NOT_WANTED;
        SignatureLevel reached = stamp.token().isPresent() ? SignatureLevel.T : SignatureLevel.B;
        pdf.parameters().setSignatureLevel(PdfParameters.level(reached));
        // Fetched before, so that DSS can't fail at it: a missing time-stamp must not cost the signature.
        stamp.token().ifPresent(token -> pdf.service().setTspSource((_, _) -> new TimestampBinary(token)));
        pdf.service().setPdfObjFactory(filesIn(work.folder()));
        return new SignedContent(write(pdf, signature), reached, stamp.missed());
    }

    private void guardLevel(SignatureLevel level) throws ProblemException {
        switch (level) {
            case B -> {}
            case T -> {
                if (authority.isEmpty()) {
                    throw new ProblemException(new TsaNone());
                }
            }
            case LT, LTA -> throw new ProblemException(new LevelUnsupported(level.name()));
        }
    }

    /** A time-stamp over the signature value (EN 319 122-1 §5.3), or why there is none. */
    private record Stamp(Optional<byte[]> token, Optional<Problem> missed) {
        static final Stamp NOT_WANTED = new Stamp(Optional.empty(), Optional.empty());
    }

    private Stamp stamp(byte[] signature, SignatureProfile profile) throws ProblemException {
        try {
            byte[] token = authority.orElseThrow().token(DigestAlgorithm.SHA256.of(signature));
            return new Stamp(Optional.of(token), Optional.empty());
        } catch (ProblemException e) {
            if (profile.levelRequired()) {
                throw e;
            }
            return new Stamp(Optional.empty(), Optional.of(e.problem()));
        }
    }

    private static Path write(PreparedPdf pdf, byte[] signature) throws ProblemException {
        SignatureValue value = new SignatureValue(pdf.parameters().getSignatureAlgorithm(), signature);
        try {
            DSSDocument signed = pdf.service().signDocument(file(pdf.document()), pdf.parameters(), value);
            return ((FileDocument) signed).getFile().toPath();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw foreign(pdf.document(), e);
        }
    }

    private static FileDocument file(DocumentFile document) {
        return new FileDocument(document.copy().toFile());
    }

    private static PAdESService newService(Path folder) {
        CommonCertificateVerifier offline = new CommonCertificateVerifier(true);
        // Whether the certificate may sign now was decided before, with words for it.
        offline.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        offline.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        PAdESService service = new PAdESService(offline);
        service.setPdfObjFactory(filesIn(folder));
        return service;
    }

    private static IPdfObjFactory filesIn(Path folder) {
        IPdfObjFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
        factory.setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder().setTempFileDirectory(folder.toFile()));
        return factory;
    }

    /** What DSS and PDFBox throw has many types and one meaning, unless there was no room to write. */
    private static ProblemException foreign(DocumentFile document, Throwable cause) {
        Path folder = document.work().folder();
        DocumentProblem problem = folder.toFile().getUsableSpace() < document.size() + SIGNATURE_ROOM
                ? new DiskFull(folder)
                : PdfFailure.of(document, cause);
        return new ProblemException(problem, cause);
    }
}
