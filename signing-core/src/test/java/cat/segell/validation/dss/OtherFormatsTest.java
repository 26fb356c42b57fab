// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.ForeignSigner;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentDoctype;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.DocumentProblem.RevisionBroken;
import cat.segell.problem.DocumentProblem.RevisionSeveral;
import cat.segell.problem.DocumentProblem.SignatureUnreadable;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on signatures of XML, CMS, JSON and containers, and on what was done to them. */
class OtherFormatsTest {

    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey SIGNER = PKI.signer(KeyKind.P256);
    private static final TestTsa TSA = TestTsa.start(PKI);
    private static final TrustAnchors TRUST = new TrustAnchors(List.of(PKI.certificate()), false);
    private static final String XML = "<acta Id=\"arrel\"><punt>Primer acord</punt></acta>";

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        TSA.close();
    }

    @ParameterizedTest
    @CsvSource({
        "XADES,ENVELOPED,XADES,XAdES",
        "XADES,ENVELOPING,XADES,XAdES",
        "XADES,DETACHED,XADES,XAdES",
        "CADES,ATTACHED,CADES,CAdES",
        "CADES,DETACHED,CADES,CAdES",
        "JADES,ATTACHED,JADES,JAdES",
        "JADES,DETACHED,JADES,JAdES",
        "ASIC_S,DETACHED,XADES,XAdES",
        "ASIC_S,DETACHED,CADES,CAdES",
        "ASIC_E,DETACHED,XADES,XAdES",
        "ASIC_E,DETACHED,CADES,CAdES"
    })
    void whatSegellSignsIsValid(SignatureFormat format, Packaging packaging, SignatureFormat inside, String told)
            throws Exception {
        Path document = text("acta número 1.xml", XML);
        Path signed = sign(document, new SignatureForm(format, packaging, inside), SignatureLevel.T);
        ValidationReport report = validate(signed, document);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.format()).isEqualTo(told);
            assertThat(signature.level()).contains("T");
            assertThat(signature.timestamped()).isTrue();
            assertThat(signature.reasons()).isEmpty();
        });
        assertThat(validate(signed, document, new TrustAnchors(List.of(), false))
                        .verdict())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @CsvSource({"XADES,DETACHED", "CADES,DETACHED", "JADES,DETACHED"})
    void anotherDocumentIsNotWhatWasSigned(SignatureFormat format, Packaging packaging) throws Exception {
        Path signed = sign(text("a.xml", XML), form(format, packaging), SignatureLevel.B);
        ValidationReport report = validate(signed, text("b.xml", XML + " "));
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).containsExactly(Reason.OTHER_ORIGINAL);
        assertThat(problem(() -> validate(signed, Optional.empty(), TRUST))).isEqualTo(new OriginalMissing(signed));
    }

    @Test
    void oneOfSeveralDocumentsIsNotAnotherOne() throws Exception {
        Path one = text("a.txt", "Acord");
        text("b.txt", "Annex");
        Path signed = new ForeignSigner(folder, PKI.signer(KeyKind.RSA_2048))
                .xmlsecApart("both", "", List.of("a.txt", "b.txt"));
        ValidationReport report = validate(signed, one);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().indication()).isEqualTo("INDETERMINATE");
        assertThat(reasons(report))
                .contains(Reason.OTHERS_MISSING)
                .doesNotContain(Reason.OTHER_ORIGINAL, Reason.DOCUMENT_CHANGED);
        assertThat(reasons(validate(signed, text("a.txt", "Recte")))).contains(Reason.OTHER_ORIGINAL);
    }

    @Test
    void theFileOfTheSignatureItselfIsNotApart() throws Exception {
        text("a.txt", "Acord");
        Path moved = changed(
                new ForeignSigner(folder, PKI.signer(KeyKind.RSA_2048))
                        .xmlsecApart("itself", "<?u Un?>", List.of("a.txt", "")),
                each -> each.replace("<?u Un?>", "<?u Dos?>"));
        assertThat(reasons(validate(moved, text("a.txt", "Recte"))))
                .contains(Reason.DOCUMENT_CHANGED)
                .doesNotContain(Reason.OTHER_ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({"XADES,ENVELOPED,Primer", "CADES,ATTACHED,Primer", "ASIC_E,DETACHED,Primer"})
    void changedContentIsNotWhatWasSigned(SignatureFormat format, Packaging packaging, String word) throws Exception {
        Path signed = sign(text("a.xml", XML), form(format, packaging), SignatureLevel.B);
        Path changed = format == SignatureFormat.ASIC_E
                ? repacked(signed, entries -> change(entries, "a.xml", word, "Segon!"))
                : changed(signed, each -> each.replace(word, "Segon!"));
        ValidationReport report = validate(changed, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void contentWrappedAroundASignedElementIsNotSigned() throws Exception {
        Path signed = sign(text("a.xml", XML), form(SignatureFormat.XADES, Packaging.ENVELOPED), SignatureLevel.B);
        String whole = Files.readString(signed).replaceFirst("<\\?xml.*?\\?>", "");
        Path wrapped = text("wrapped.xml", "<acta><punt>Un altre acord</punt>" + whole + "</acta>");
        ValidationReport report = validate(wrapped, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** As a program signs that names an element: the signature itself is good, and stays so wherever that element is moved. */
    @Test
    void aSignatureOfAnElementDoesNotCoverTheDocumentAroundIt() throws Exception {
        Path enveloping =
                sign(text("a.txt", "Acta"), form(SignatureFormat.XADES, Packaging.ENVELOPING), SignatureLevel.B);
        String signature = Files.readString(enveloping).replaceFirst("<\\?xml.*?\\?>", "");
        Path around = text("around.xml", "<acta><punt>Un altre acord</punt>" + signature + "</acta>");
        ValidationReport report = validate(around, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).containsExactly(Reason.COVERS_PART);
        assertThat(report.coversWholeDocument()).isFalse();
        assertThat(problem(() -> takeOut(around))).isEqualTo(new RevisionSeveral(around, 1));
    }

    @Test
    void whatASignatureThatDoesNotHoldSignedIsLost() throws Exception {
        Path signed = sign(text("a.xml", XML), form(SignatureFormat.XADES, Packaging.ENVELOPED), SignatureLevel.B);
        takeOut(signed);
        Path changed = changed(signed, each -> each.replace("Primer", "Segon!"));
        assertThat(problem(() -> takeOut(changed))).isEqualTo(new RevisionBroken(changed, 1));
    }

    @Test
    void whatIsAddedToAnEnvelopingSignatureIsNotSigned() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), form(SignatureFormat.XADES, Packaging.ENVELOPING), SignatureLevel.B);
        Path more = changed(
                signed,
                each -> each.replace("</ds:Signature>", "<ds:Object><punt>Un altre</punt></ds:Object></ds:Signature>"));
        ValidationReport report = validate(more, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.COVERS_PART);
    }

    @Test
    void anIdentifierThatTwoElementsHaveIsAmbiguous() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), form(SignatureFormat.XADES, Packaging.ENVELOPING), SignatureLevel.B);
        String id = Files.readString(signed).replaceFirst("(?s).*<ds:Object Id=\"([^\"]+)\".*", "$1");
        Path twice = changed(
                signed,
                each -> each.replace("<xades:QualifyingProperties ", "<xades:QualifyingProperties Id=\"" + id + "\" "));
        assertThat(Files.readString(twice)).contains("QualifyingProperties Id=");
        ValidationReport report = validate(twice, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.AMBIGUOUS);
    }

    @Test
    void refusesXmlWithADocumentType() throws Exception {
        Path signed = sign(text("a.xml", XML), form(SignatureFormat.XADES, Packaging.ENVELOPED), SignatureLevel.B);
        Path typed = changed(
                signed,
                each -> each.replaceFirst("(?s)^(<\\?xml.*?\\?>)", "$1<!DOCTYPE acta SYSTEM \"file:///etc/passwd\">"));
        assertThat(problem(() -> validate(typed, Optional.empty(), TRUST))).isEqualTo(new DocumentDoctype(typed));
    }

    @Test
    void refusesToUnfoldEntities() throws Exception {
        Path bomb = text("bomb.xml", "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>");
        assertThat(problem(() -> validate(bomb, Optional.empty(), TRUST))).isEqualTo(new DocumentDoctype(bomb));
    }

    @Test
    void bytesBehindACmsAreNotSigned() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), form(SignatureFormat.CADES, Packaging.ATTACHED), SignatureLevel.B);
        Path more = changed(signed, each -> each + "i més");
        ValidationReport report = validate(more, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void jsonThatSaysSomethingTwiceIsDamaged() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), form(SignatureFormat.JADES, Packaging.ATTACHED), SignatureLevel.B);
        Path twice = changed(signed, each -> each.replaceFirst("\\{", "{\"payload\":\"QWx0cmE\","));
        assertThat(problem(() -> validate(twice, Optional.empty(), TRUST))).isEqualTo(new DocumentDamaged(twice));
    }

    @Test
    void whatStandsBesideAJsonSignatureIsNotSigned() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), form(SignatureFormat.JADES, Packaging.ATTACHED), SignatureLevel.B);
        Path more = changed(signed, each -> each.replaceFirst("\\{", "{\"text\":\"Una altra acta\","));
        ValidationReport report = validate(more, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.COVERS_PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XADES", "CADES"})
    void aFileThatIsAddedToAContainerIsNotSigned(SignatureFormat inside) throws Exception {
        Path signed = sign(
                text("a.txt", "Acta"),
                new SignatureForm(SignatureFormat.ASIC_E, Packaging.DETACHED, inside),
                SignatureLevel.B);
        Path more = repacked(signed, entries -> {
            entries.put("b.txt", "Una altra acta".getBytes(StandardCharsets.UTF_8));
            return entries;
        });
        ValidationReport report = validate(more, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.COVERS_PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../b.txt", "/b.txt", "x/../../b.txt", "..\\b.txt", "C:b.txt", "A.TXT"})
    void namesThatLeaveTheContainerOrMeetAreAmbiguous(String name) throws Exception {
        Path signed = sign(text("a.txt", "Acta"), SignatureForm.ASIC_E, SignatureLevel.B);
        Path more = repacked(signed, entries -> {
            entries.put(name, "Una altra acta".getBytes(StandardCharsets.UTF_8));
            return entries;
        });
        ValidationReport report = validate(more, Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.AMBIGUOUS);
    }

    @Test
    void aContainerWhoseListHidesAFileIsAmbiguous() throws Exception {
        Path signed = sign(text("a.txt", "Acta"), SignatureForm.ASIC_E, SignatureLevel.B);
        Path more = repacked(signed, entries -> {
            entries.put("b.txt", "Una altra acta".getBytes(StandardCharsets.UTF_8));
            return entries;
        });
        byte[] bytes = Files.readAllBytes(more);
        // The last "b.txt" is the one in the directory.
        int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("b.txt");
        bytes[place] = 'c';
        ValidationReport report = validate(Files.write(more, bytes), Optional.empty(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(reasons(report)).contains(Reason.AMBIGUOUS);
    }

    @Test
    void refusesAContainerThatUnpacksWithoutMeasure() throws Exception {
        Path bomb = folder.resolve("bomb.asice");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        assertThat(problem(() -> validate(bomb, Optional.empty(), TRUST))).isEqualTo(new DocumentTooDemanding(bomb));
    }

    @Test
    void refusesAContainerOfTooManyFiles() throws Exception {
        Path many = folder.resolve("many.asice");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i <= 1000; i++) {
                zip.putNextEntry(new ZipEntry("f" + i));
            }
        }
        assertThat(problem(() -> validate(many, Optional.empty(), TRUST))).isEqualTo(new DocumentTooDemanding(many));
    }

    @Test
    void aSecondSignatureHasAVerdictOfItsOwn() throws Exception {
        for (SignatureForm form : List.of(
                form(SignatureFormat.XADES, Packaging.ENVELOPED),
                form(SignatureFormat.CADES, Packaging.ATTACHED),
                form(SignatureFormat.JADES, Packaging.ATTACHED),
                form(SignatureFormat.ASIC_E, Packaging.DETACHED),
                form(SignatureFormat.ASIC_S, Packaging.DETACHED))) {
            Path once = sign(text("a.xml", XML), form, SignatureLevel.T);
            Path twice = sign(once, form, SignatureLevel.B);
            ValidationReport report = validate(twice, Optional.empty(), TRUST);
            assertThat(report.verdict()).as(form + " " + report).isEqualTo(Verdict.VALID);
            assertThat(report.signatures()).as(form.toString()).hasSize(2);
        }
    }

    @Test
    void whatHoldsNoSignatureIsUnsignedOrUnreadable() throws Exception {
        assertThat(validate(text("a.xml", XML), Optional.empty(), TRUST).verdict())
                .isEqualTo(Verdict.UNSIGNED);
        assertThat(validate(text("a.json", "{\"a\": [1]}"), Optional.empty(), TRUST)
                        .verdict())
                .isEqualTo(Verdict.UNSIGNED);
        Path zip = folder.resolve("a.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write("<a/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(validate(zip, Optional.empty(), TRUST).verdict()).isEqualTo(Verdict.UNSIGNED);
        Path notes = text("notes.txt", "text");
        assertThat(problem(() -> validate(notes, Optional.empty(), TRUST))).isEqualTo(new SignatureUnreadable(notes));
    }

    /** What its first signature signed. */
    private void takeOut(Path file) throws ProblemException, IOException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            assertThat(new DssRevisions().signedBy(document, 1)).isNotEmptyFile();
        }
    }

    private static List<Reason> reasons(ValidationReport report) {
        List<Reason> reasons = new ArrayList<>();
        for (SignatureReport signature : report.signatures()) {
            reasons.addAll(signature.reasons());
        }
        return reasons;
    }

    private interface Attempt {
        void run() throws ProblemException, IOException;
    }

    private static Problem problem(Attempt attempt) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, attempt::run);
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private static SignatureForm form(SignatureFormat format, Packaging packaging) {
        return new SignatureForm(format, packaging, SignatureForm.of(format).inside());
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** One char a byte. */
    private Path changed(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String other = change.apply(text);
        assertThat(other).isNotEqualTo(text);
        return Files.writeString(Files.createTempFile(folder, "changed-", ""), other, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> change(Map<String, byte[]> entries, String name, String word, String other) {
        String text = new String(entries.get(name), StandardCharsets.UTF_8);
        entries.put(name, text.replace(word, other).getBytes(StandardCharsets.UTF_8));
        return entries;
    }

    private Path repacked(Path container, UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        Path file = Files.createTempFile(folder, "repacked-", ".asice");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private Path sign(Path file, SignatureForm form, SignatureLevel level) throws ProblemException {
        return new SigningDesk(folder).sign(file, SIGNER, form, level, List.of(new TimestampHttp(TSA.address(), true)));
    }

    private ValidationReport validate(Path file, Path original) throws ProblemException {
        return validate(file, original, TRUST);
    }

    private ValidationReport validate(Path file, Path original, TrustAnchors anchors) throws ProblemException {
        return validate(file, Optional.of(original), anchors);
    }

    private ValidationReport validate(Path file, Optional<Path> original, TrustAnchors anchors)
            throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            OriginalDocument apart = () ->
                    original.isPresent() ? Optional.of(DocumentFile.read(original.get(), work)) : Optional.empty();
            return new DssValidator().validate(document, apart, anchors);
        }
    }
}
