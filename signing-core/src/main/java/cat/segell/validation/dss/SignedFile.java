// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentTooBig;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.DocumentProblem.RevisionApart;
import cat.segell.problem.DocumentProblem.RevisionBroken;
import cat.segell.problem.DocumentProblem.RevisionOfSignature;
import cat.segell.problem.DocumentProblem.RevisionSeveral;
import cat.segell.problem.DocumentProblem.SignatureUnreadable;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.coverage.CmsCoverage;
import cat.segell.validation.coverage.ContainerCoverage;
import cat.segell.validation.coverage.Coverage;
import cat.segell.validation.coverage.JsonCoverage;
import cat.segell.validation.coverage.SignedKind;
import cat.segell.validation.coverage.TimestampFile;
import cat.segell.validation.coverage.XmlCoverage;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.jades.validation.JWSCompactDocumentValidator;
import eu.europa.esig.dss.jades.validation.JWSSerializationDocumentValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.validation.timestamp.DetachedTimestampValidator;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A signed file that is no PDF: read by our own rule first, then by the engine. */
record SignedFile(DocumentFile document, SignedKind kind, OriginalDocument original) {

    ValidationReport report(DssEngine engine, TrustAnchors anchors) throws ProblemException, IOException {
        if (kind == SignedKind.CONTAINER) {
            return container(engine, anchors);
        }
        if (kind == SignedKind.TIMESTAMP) {
            return timestamp(engine, anchors);
        }
        if (document.size() > Coverage.LARGEST) {
            throw new ProblemException(new DocumentTooBig(document.source(), Coverage.LARGEST >> 20));
        }
        Coverage coverage = coverage();
        if (coverage.signatures() == 0) {
            return new DocumentVerdict(document, engine, anchors).unsigned();
        }
        SignedDocumentValidator validator = validator();
        if (coverage.detached()) {
            validator.setDetachedContents(List.of(originalFile()));
        }
        Reports reports =
                engine.validate(validator, kind == SignedKind.CMS ? HardenedPolicy.STRICT : HardenedPolicy.BARE);
        return new SignedFileJudge(coverage, List.of(), reports).report(document, engine, anchors);
    }

    /** Writes what one signature signs. */
    void signedBy(int number, Path place) throws ProblemException, IOException {
        if (kind == SignedKind.TIMESTAMP) {
            throw new ProblemException(new RevisionApart(document.source()));
        }
        if (kind != SignedKind.CONTAINER) {
            if (document.size() > Coverage.LARGEST) {
                throw new ProblemException(new DocumentTooBig(document.source(), Coverage.LARGEST >> 20));
            }
            Coverage coverage = coverage();
            if (coverage.detached()) {
                throw new ProblemException(new RevisionApart(document.source()));
            }
            // The engine hands out elements whole, whatever of them a transformation had left out of what was signed.
            if (kind == SignedKind.XML && coverage.reasons().contains(Reason.COVERS_PART)) {
                throw new ProblemException(new RevisionSeveral(document.source(), number));
            }
            write(validator(), number, place);
            return;
        }
        ContainerCoverage.Kind inside = ContainerCoverage.of(document.copy()).kind();
        if (inside == ContainerCoverage.Kind.FOREIGN) {
            throw new ProblemException(new SignatureUnreadable(document.source()));
        }
        WorkZips.in(document.work().folder(), () -> {
            write(containerValidator(inside), number, place);
            return place;
        });
    }

    private void write(SignedDocumentValidator validator, int number, Path place) throws ProblemException {
        validator.setCertificateVerifier(new CertificateSources(TrustAnchors.NONE, Optional.empty()).verifier());
        List<AdvancedSignature> signatures = CounterSignatures.inOrder(validator);
        DssRevisions.guardNumber(document, number, signatures.size());
        if (signatures.get(number - 1).isCounterSignature()) {
            // What it signs is a signature.
            throw new ProblemException(new RevisionOfSignature(document.source(), number));
        }
        List<DSSDocument> signed =
                validator.getOriginalDocuments(signatures.get(number - 1).getId());
        if (signed.isEmpty()) {
            throw new ProblemException(new RevisionBroken(document.source(), number));
        }
        if (signed.size() != 1) {
            throw new ProblemException(new RevisionSeveral(document.source(), number));
        }
        try (OutputStream out = Files.newOutputStream(place)) {
            signed.getFirst().writeTo(out);
        } catch (IOException e) {
            throw document.work().unwritable(e);
        }
    }

    private ValidationReport timestamp(DssEngine engine, TrustAnchors anchors) throws ProblemException, IOException {
        DetachedTimestampValidator validator = new DetachedTimestampValidator(
                new InMemoryDocument(TimestampFile.token(document.copy())), TimestampType.CONTENT_TIMESTAMP);
        validator.setTimestampedData(originalFile());
        Reports reports = engine.validate(validator, HardenedPolicy.STRICT);
        StampJudge judge = new StampJudge(reports, anchors.practice());
        return new DocumentVerdict(document, engine, anchors)
                .of(List.of(judge.report()), judge.practiceMeans(), true, new EtsiReport(), reports);
    }

    private SignedDocumentValidator containerValidator(ContainerCoverage.Kind inside) {
        return inside == ContainerCoverage.Kind.XADES
                ? new ASiCContainerWithXAdESValidator(file(document))
                : new ASiCContainerWithCAdESValidator(file(document));
    }

    private ValidationReport container(DssEngine engine, TrustAnchors anchors) throws ProblemException, IOException {
        ContainerCoverage container = ContainerCoverage.of(document.copy());
        return switch (container.kind()) {
            case XADES, CADES ->
                new SignedFileJudge(container.coverage(), container.documents(), reports(container.kind(), engine))
                        .report(document, engine, anchors);
            case NONE -> new DocumentVerdict(document, engine, anchors).unsigned();
            case FOREIGN -> throw new ProblemException(new SignatureUnreadable(document.source()));
        };
    }

    private Reports reports(ContainerCoverage.Kind inside, DssEngine engine) {
        return WorkZips.in(
                document.work().folder(), () -> engine.validate(containerValidator(inside), HardenedPolicy.STRICT));
    }

    private Coverage coverage() throws ProblemException, IOException {
        return switch (kind) {
            case XML -> XmlCoverage.of(document.copy());
            case CMS -> CmsCoverage.of(document.copy());
            case JSON -> JsonCoverage.of(document.copy());
            case JWS -> JsonCoverage.ofCompact(document.copy());
            case PDF, CONTAINER, TIMESTAMP, OTHER ->
                throw new ProblemException(new SignatureUnreadable(document.source()));
        };
    }

    private SignedDocumentValidator validator() throws ProblemException {
        return switch (kind) {
            case XML -> new XMLDocumentValidator(file(document));
            case CMS -> new CMSDocumentValidator(file(document));
            case JSON -> new JWSSerializationDocumentValidator(file(document));
            case JWS -> new JWSCompactDocumentValidator(file(document));
            case PDF, CONTAINER, TIMESTAMP, OTHER ->
                throw new ProblemException(new SignatureUnreadable(document.source()));
        };
    }

    private DSSDocument originalFile() throws ProblemException {
        return file(original.read().orElseThrow(() -> new ProblemException(new OriginalMissing(document.source()))));
    }

    private static FileDocument file(DocumentFile document) {
        FileDocument file = new FileDocument(document.copy().toFile());
        file.setName(String.valueOf(document.source().getFileName()));
        return file;
    }
}
