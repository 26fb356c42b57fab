// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.HashedFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.CertifyNotFirst;
import cat.segell.problem.DocumentProblem.DocumentCertified;
import cat.segell.problem.DocumentProblem.VisibleCovers;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.signature.dss.Stamping.Stamp;
import cat.segell.signature.pdf.PdfPass;
import cat.segell.signature.pdf.SigningService;
import cat.segell.signature.pdf.WorkPdfs;
import cat.segell.signature.visible.PagePictures;
import cat.segell.timestamp.TimestampAuthority;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PAdES baseline signatures (ETSI EN 319 142-1) up to level T, as an incremental update of the PDF. */
public final class PadesSigner implements Signer {

    private final Stamping stamping;

    /**
     * For one batch: it remembers which authority didn't answer.
     *
     * @param authorities in the order in which they are asked; may be empty where only level B is wanted
     */
    public PadesSigner(List<? extends TimestampAuthority> authorities) {
        this(new Stamping(authorities));
    }

    PadesSigner(Stamping stamping) {
        this.stamping = stamping;
    }

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        stamping.guard(profile.level());
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(credential.certificate().getPublicKey(), profile.digest(), profile.pss());
        PdfInspection inspection = PdfInspection.of(document);
        boolean signedBefore = inspection.signatures() > 0;
        if (profile.claims().certification().isPresent() && signedBefore) {
            throw new ProblemException(new CertifyNotFirst(document.source()));
        }
        PAdESService service = new SigningService(OfflineVerifier.create());
        service.setPdfObjFactory(WorkPdfs.in(document.work().folder()));
        PAdESSignatureParameters parameters = PdfParameters.of(credential, profile, algorithm);
        Optional<Appearance> appearance = profile.appearance()
                .filter(shown -> shown.demanded() || !inspection.waiting().isEmpty());
        if (appearance.isPresent()) {
            Instant signedAt = parameters.bLevel().getSigningDate().toInstant();
            parameters.setImageParameters(PdfAppearance.of(document, appearance.get(), credential, profile, signedAt));
        }
        try {
            HashedFile base = document.content();
            if (appearance.map(Appearance::place).orElse(null) instanceof EveryPage(Area area)) {
                base = HashedFile.of(withPictures(document, area, service, parameters));
                parameters.reinit();
            }
            PdfPass pass = new PdfPass(base, service, parameters);
            return new PreparedPdf(document, signedBefore, pass, base.size(), algorithm, profile, parameters, service);
        } catch (AlertException e) {
            // Of the place alone: what the certificates are was settled before.
            throw new ProblemException(new VisibleCovers(document.source()), e);
        } catch (ProtectedDocumentException e) {
            throw new ProblemException(new DocumentCertified(document.source()), e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    /** As DSS draws it on the first page, so the others show it. */
    private static Path withPictures(
            DocumentFile document, Area area, PAdESService service, PAdESSignatureParameters parameters)
            throws IOException, ProblemException {
        service.getDataToSign(new FileDocument(document.copy().toFile()), parameters);
        Path drawn = WorkContent.of(parameters.getPdfSignatureCache().getToBeSignedDocument(), document.work());
        String words = parameters.getImageParameters().getTextParameters().getText();
        Path stamped = document.work().newFile();
        PagePictures.lay(document.copy(), drawn, area, words, stamped);
        return stamped;
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        PreparedPdf pdf = (PreparedPdf) prepared;
        Stamp stamp = stamping.stamp(DigestAlgorithm.SHA256.of(signature), pdf.profile());
        pdf.parameters().setSignatureLevel(DssWords.level(SignatureFormat.PADES, stamp.reached()));
        // Fetched before, so that DSS can't fail at it: a missing time-stamp must not cost the signature.
        stamp.token().ifPresent(token -> pdf.service().setTspSource((_, _) -> new TimestampBinary(token)));
        HashedFile signed = write(pdf, signature);
        return new SignedContent(signed.file(), stamp.reached(), stamp.missed(), Optional.of(signed.sha256()));
    }

    private static HashedFile write(PreparedPdf pdf, byte[] signature) throws ProblemException {
        pdf.document().giveAway();
        SignatureValue value = new SignatureValue(pdf.parameters().getSignatureAlgorithm(), signature);
        try {
            return pdf.pass().end(pdf.parameters(), value);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(pdf.document(), e);
        }
    }
}
