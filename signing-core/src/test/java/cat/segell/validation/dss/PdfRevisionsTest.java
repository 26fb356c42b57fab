// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.LongTerm;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.dss.HostileCorpus.Sample;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reading of a PDF's revisions comes to what DSS's own does: where a new version of DSS changes its mind, this fails. */
class PdfRevisionsTest extends AtDesk {

    private static final IssuedKey REVOCABLE =
            PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).revocable());

    @Test
    void comesToWhatDssDoesOnWhatIsSignedExtendedAndChanged() throws Exception {
        for (Path file : files()) {
            List<String> ours = ours(file);
            assertThat(ours).as(file.toString()).isNotEmpty().isEqualTo(dss(file));
        }
    }

    /** Overlapping notes, other pages, what looks different, and objects: whatever counts against a signature. */
    @Test
    void findsTheChangesThatDssFinds() throws Exception {
        List<Path> files = new ArrayList<>(files());
        Path once = desk.sign(TestPdf.withForm(desk.file("o.pdf")), SIGNER);
        Path overlapping = PdfAttack.annotate(PdfAttack.annotate(once));
        files.add(overlapping);
        files.add(desk.sign(overlapping, SIGNER));
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            PdfFactory ours = new PdfFactory(Files.size(file), Optional.of(LaterDifferences.after(new byte[0])));
            PdfBoxNativeObjectFactory theirs = new PdfBoxNativeObjectFactory();
            theirs.setPdfDifferencesFinder(LaterDifferences.after(new byte[0]));
            List<String> changes = changes(file, ours);
            assertThat(changes).as(file.toString()).isNotEmpty().isEqualTo(changes(file, theirs));
            found.addAll(changes);
        }
        assertThat(found.toString()).contains("overlaps [1]", "looks [1]", "pages [2]", "undefined [", "notes [");
    }

    private static List<String> changes(Path file, PdfBoxNativeObjectFactory factory) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new FileDocument(file.toFile()));
        validator.setPdfObjFactory(factory);
        validator.setCertificateVerifier(new CertificateSources(TrustAnchors.NONE, Optional.empty()).verifier());
        BigInteger size = BigInteger.valueOf(file.toFile().length());
        return validator.validateDocument(HardenedPolicy.STRICT).getDiagnosticData().getSignatures().stream()
                .map(signature -> "overlaps " + signature.getPdfAnnotationsOverlapConcernedPages()
                        + (end(signature).equals(size) ? "" : later(signature)))
                .toList();
    }

    private static BigInteger end(SignatureWrapper signature) {
        List<BigInteger> range = signature.getSignatureByteRange();
        return range.get(2).add(range.get(3));
    }

    /**
     * Of one that reaches the file's end DSS compares the file with itself, and finds changes where drawing a note has moved its
     * box meanwhile.
     */
    private static String later(SignatureWrapper signature) {
        return " looks " + signature.getPdfVisualDifferenceConcernedPages() + " pages "
                + signature.getPdfPageDifferenceConcernedPages() + " notes "
                + objects(signature.getPdfAnnotationChanges()) + " filled "
                + objects(signature.getPdfSignatureOrFormFillChanges()) + " evidence "
                + objects(signature.getPdfExtensionChanges()) + " undefined "
                + objects(signature.getPdfUndefinedChanges());
    }

    private static List<String> objects(List<XmlObjectModification> changes) {
        return changes.stream()
                .map(change -> change.getAction() + " " + change.getValue())
                .sorted()
                .toList();
    }

    @Test
    void comesToWhatDssDoesOnHostileDocuments() throws Exception {
        HostileCorpus corpus = new HostileCorpus();
        HostilePdfs.add(corpus, List.of(desk.sign(TestPdf.withForm(desk.file("a.pdf")), SIGNER)), folder);
        int compared = 0;
        for (Sample sample : corpus.samples()) {
            Path file = Files.write(folder.resolve(sample.name()), sample.content());
            if (modest(file)) {
                assertThat(ours(file)).as(sample.name()).isEqualTo(dss(file));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n%%EOF\n",
                "%PDF-1.7\r\n%%EOF\r\n",
                "%PDF-1.7\r%%EOF\r%%EOF",
                "%PDF-1.7\n%%EOF%%EOF\n%%EOFx\n%%EOF",
                "%PDF-1.7\n123456%%EOF\n12345%%EOF\n123456123456%%EOF\r\r\n%%EO\nF",
                "%PDF-1.7\n%%EOF\n\n%%%%EOF\n%%EOF \n%%E%%EOF"
            })
    void findsTheEndsThatDssFinds(String text) throws IOException {
        assertSameEnds(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void findsTheEndsThatDssFindsAmongAnyBytes() throws IOException {
        Random random = new Random(7);
        String[] parts = {"%%EOF", "%%EOF", "%%EOF\n", "\n", "\r", "%", "E", "F", "x", "123456"};
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("%PDF-1.7\n");
            while (text.length() < 20_000) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertSameEnds(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void assertSameEnds(byte[] content) throws IOException {
        InMemoryDocument document = new InMemoryDocument(content);
        assertThat(ends(RevisionEnds.of(document))).isEqualTo(ends(PAdESUtils.extractRevisions(document)));
    }

    private static List<String> ends(List<PdfByteRangeDocument> revisions) {
        return revisions.stream().map(each -> each.getByteRange().toString()).toList();
    }

    private List<Path> files() throws Exception {
        List<Path> files = new ArrayList<>();
        Path form = TestPdf.withForm(desk.file("a.pdf"));
        Path once = desk.sign(form, SIGNER);
        files.add(once);
        files.add(desk.sign(TestPdf.xrefStream(desk.file("b.pdf")), SIGNER));
        files.add(desk.sign(desk.sign(once, SIGNER), REVOCABLE));
        files.add(PdfAttack.appendPage(once));
        files.add(PdfAttack.replaceContentStream(once));
        files.add(PdfAttack.fillIn(once, "other"));
        files.add(PdfAttack.secondPictureOfSignature(once));
        files.add(PdfAttack.append(once, "\n% more"));
        files.add(desk.sign(PdfAttack.annotate(once), SIGNER));
        try (TestTsa tsa = TestTsa.start(PKI)) {
            TimestampHttp authority = new TimestampHttp(tsa.address(), true);
            byte[] crl = PKI.crl(Instant.now().minus(Duration.ofDays(10)));
            Path stamped = desk.sign(form, REVOCABLE, authority);
            Path lasting = LongTerm.extend(stamped, SignatureLevel.PAdES_BASELINE_LT, PKI, crl, tsa);
            Path archived = LongTerm.extend(stamped, SignatureLevel.PAdES_BASELINE_LTA, PKI, crl, tsa);
            files.addAll(List.of(stamped, lasting, archived, desk.sign(archived, SIGNER), desk.sign(lasting, SIGNER)));
            files.add(LongTerm.extend(archived, SignatureLevel.PAdES_BASELINE_LTA, PKI, crl, tsa));
            files.add(PdfAttack.changeTitle(archived));
        }
        return files;
    }

    /** What isn't reaches no engine. */
    private boolean modest(Path file) {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            UnpackedSize.requireModest(document);
            return true;
        } catch (ProblemException immodest) {
            return false;
        }
    }

    private static List<String> ours(Path file) throws IOException {
        return told(new PdfRevisions(Files.size(file)), file);
    }

    private static List<String> dss(Path file) {
        return told(
                new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory()), file);
    }

    private static List<String> told(PdfBoxSignatureService service, Path file) {
        service.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        try {
            return service.getRevisions(new FileDocument(file.toFile()), null).stream()
                    .map(PdfRevisionsTest::told)
                    .toList();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
            return List.of("unreadable");
        }
    }

    private static String told(PdfRevision revision) {
        return switch (revision) {
            case PdfCMSRevision signed ->
                String.join(
                        " ",
                        signed.getClass().getSimpleName(),
                        signed.getByteRange() + (signed.getByteRange().isValid() ? " valid" : " broken"),
                        signed.getPdfSigDictInfo().isConsistent() ? "consistent" : "changed",
                        signed.areAllOriginalBytesCovered() ? "all" : "part",
                        names(signed),
                        digest(signed.getSignedData()),
                        digest(signed.getPreviousRevision()),
                        signed instanceof PdfSignatureRevision signature ? evidence(signature.getDssDictionary()) : "");
            case PdfDocDssRevision evidence -> evidence(evidence.getDssDictionary());
            default -> throw new IllegalStateException(revision.toString());
        };
    }

    private static String names(PdfCMSRevision signed) {
        return signed.getFields().stream()
                .map(PdfSignatureField::getFieldName)
                .toList()
                .toString();
    }

    private static String digest(DSSDocument document) {
        return HexFormat.of().formatHex(document.getDigestValue(DigestAlgorithm.SHA256));
    }

    private static String evidence(@Nullable PdfDssDict dictionary) {
        return dictionary == null
                ? "no evidence"
                : "evidence " + new TreeSet<>(dictionary.getCERTs().keySet())
                        + dictionary.getCRLs().keySet() + dictionary.getOCSPs().keySet();
    }
}
