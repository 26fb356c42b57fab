// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentEncrypted;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.SignatureUnreadable;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others do to a signed file, and what is then said of it. */
class TamperingTest extends AtDesk {

    private Path signed() throws Exception {
        return desk.sign(TestPdf.withForm(desk.file("a.pdf")), SIGNER);
    }

    @FunctionalInterface
    interface Attack {
        Path on(Path signed) throws Exception;
    }

    static Stream<Attack> changesBehindTheSignature() {
        return Stream.concat(Stream.of(PdfAttack::changeTitle), changesThatAreSeen());
    }

    static Stream<Attack> changesThatAreSeen() {
        return Stream.of(
                PdfAttack::appendPage,
                PdfAttack::replaceContent,
                PdfAttack::replaceContentStream,
                PdfAttack::replaceFont,
                PdfAttack::annotate,
                PdfAttack::openAction,
                PdfAttack::secondPictureOfSignature,
                signed -> PdfAttack.fillIn(signed, "Another town"));
    }

    @ParameterizedTest
    @MethodSource("changesBehindTheSignature")
    void changeBehindTheSignatureIsInvalid(Attack attack) throws Exception {
        ValidationReport report = desk.validate(attack.on(signed()), TRUST);
        assertInvalid(report, Reason.CHANGED_AFTER_SIGNING);
        assertThat(report.coversWholeDocument()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("changesThatAreSeen")
    void changeIsNotHealedByAnotherSignature(Attack attack) throws Exception {
        Path resigned = desk.sign(attack.on(signed()), PKI.signer(KeyKind.P384));
        ValidationReport report = desk.validate(resigned, TRUST);
        assertThat(report.signatures()).hasSize(2);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n%%EOF\n%", "\u0001", "<script>"})
    void anythingBehindTheEndIsInvalid(String garbage) throws Exception {
        assertInvalid(desk.validate(PdfAttack.append(signed(), garbage), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void fileThatLosesItsSignatureInRepairIsNotCalledUnsigned() throws Exception {
        assertThat(refusal(PdfAttack.append(signed(), "\nstartxref\n9\n%%EOF\n")))
                .isInstanceOf(DocumentDamaged.class);
    }

    @Test
    void titleMayChangeWithAFurtherSignature() throws Exception {
        Path resigned = desk.sign(PdfAttack.changeTitle(signed()), PKI.signer(KeyKind.P384));
        assertThat(desk.validate(resigned, TRUST).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void whiteSpaceBehindTheEndIsNothing() throws Exception {
        ValidationReport report = desk.validate(PdfAttack.append(signed(), "\r\n \n"), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isTrue();
    }

    @Test
    void changedByteInTheContentIsInvalid() throws Exception {
        Path signed = signed();
        int position = text(signed).indexOf("/MediaBox") + 13;
        ValidationReport report = desk.validate(PdfAttack.change(signed, position, 1), TRUST);
        assertInvalid(report, Reason.DOCUMENT_CHANGED);
        assertThat(report.signatures().getFirst().reasons()).doesNotContain(Reason.SIGNATURE_BROKEN);
    }

    @Test
    void anotherKeyInTheSignersCertificateIsNoUnknownIssuer() throws Exception {
        IssuedKey signer = PKI.signer(KeyKind.RSA_2048);
        Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), signer);
        String key = hex(signer.certificate().getPublicKey());
        int start = text(signed).toLowerCase(Locale.ROOT).indexOf(key, contents(signed));
        // A whole key: what a changed digit makes of one can be read sometimes and sometimes can't.
        String other = hex(KeyKind.RSA_2048.newPair().getPublic());
        String changed = new StringBuilder(text(signed))
                .replace(start, start + key.length(), other)
                .toString();
        ValidationReport report =
                desk.validate(Files.writeString(desk.file("b.pdf"), changed, StandardCharsets.ISO_8859_1), TRUST);
        assertInvalid(report, Reason.SIGNATURE_BROKEN);
        assertThat(report.signatures().getFirst().reasons()).doesNotContain(Reason.ISSUER_UNKNOWN);
    }

    private static String hex(PublicKey key) {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    @Test
    void changedByteIsInvalidAlsoWhereTheIssuerIsUnknown() throws Exception {
        Path signed = signed();
        int position = text(signed).indexOf("/MediaBox") + 13;
        ValidationReport report = desk.validate(PdfAttack.change(signed, position, 1), TrustAnchors.NONE);
        assertInvalid(report, Reason.DOCUMENT_CHANGED);
    }

    @Test
    void changedSignatureValueIsInvalid() throws Exception {
        Path signed = signed();
        int last = lastOfCms(signed);
        assertThat(desk.validate(PdfAttack.change(signed, last, 1), TRUST).verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void brokenCmsIsInvalidAndNotUnsigned() throws Exception {
        Path signed = signed();
        int start = contents(signed);
        ValidationReport report = desk.validate(PdfAttack.change(signed, start + 1, 4), TRUST);
        assertInvalid(report, Reason.SIGNATURE_BROKEN);
        assertThat(report.signatures().getFirst().reasons())
                .as("what was signed nobody can tell any more")
                .doesNotContain(Reason.DOCUMENT_CHANGED);
        assertThat(report.signatures()).hasSize(1);
    }

    @Test
    void cmsThatCallsItselfSomethingElseIsInvalid() throws Exception {
        Path signed = signed();
        int type = text(signed).toLowerCase(Locale.ROOT).indexOf("2a864886f70d010702", contents(signed));
        assertInvalid(desk.validate(PdfAttack.change(signed, type + 17, 1), TRUST), Reason.SIGNATURE_BROKEN);
    }

    @Test
    void bytesHiddenInThePaddingAreInvalid() throws Exception {
        Path signed = signed();
        int padding = text(signed).indexOf('>', contents(signed)) - 1;
        assertInvalid(desk.validate(PdfAttack.change(signed, padding, 1), TRUST), Reason.DOCUMENT_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void changedByteRangeIsInvalid(int number) throws Exception {
        Path signed = signed();
        String text = text(signed);
        int position = text.indexOf("/ByteRange");
        int digit = text.indexOf('[', position) + 1;
        for (int skipped = 0; skipped < number; skipped++) {
            digit = text.indexOf(' ', digit) + 1;
        }
        while (text.charAt(digit) == ' ') {
            digit++;
        }
        ValidationReport report = desk.validate(PdfAttack.change(signed, digit, 1), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void fileThatMustBeRepairedIsInvalid() throws Exception {
        Path start = TestPdf.pages(desk.file("a.pdf"), 1);
        Path signed = desk.sign(start, SIGNER);
        String text = text(signed);
        int entry = text.lastIndexOf(" 00000 n");
        ValidationReport report = desk.validate(PdfAttack.change(signed, entry - 3, 1), TRUST);
        assertInvalid(report, Reason.REPAIRED);
    }

    @Test
    void fileSignedAfterDamageIsInvalid() throws Exception {
        // Everything is covered by the signature, yet where its objects are has to be guessed.
        Path start = TestPdf.pages(desk.file("a.pdf"), 1);
        Path certified = TestPdf.certifiedForForms(start, SIGNER);
        String text = text(certified);
        int end = text.lastIndexOf("startxref");
        Path changed = Files.writeString(
                PdfAttack.beside(certified),
                text.substring(0, end) + text.substring(end).replaceFirst("\\d", "9"),
                StandardCharsets.ISO_8859_1);
        assertInvalid(desk.validate(changed, TRUST), Reason.REPAIRED);
    }

    /** Object 3 declared free; readers differ in how much disorder they forgive, so none is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xref\n3 1\n0000000000 00001 f \n",
                "xref\n3 1\n0 1 f \n",
                "xref 3 1\n0000000000 00001 f \n",
                "xref\n3 1 % a comment\n0000000000 00001 f \n"
            })
    void freedObjectIsInvalid(String table) throws Exception {
        Path signed = signed();
        String update = table + "trailer\n<</Size 40 " + root(signed) + " /Prev " + startxref(signed) + ">>\n";
        assertInvalid(desk.validate(appendTable(signed, update), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    static Stream<String> streamsThatFree() {
        return Stream.of(
                "/Type/XRef/Filter/FlateDecode",
                "/Type/XRef/Filter[/FlateDecode]",
                "/Type/XRef/Filter[/ASCIIHexDecode/FlateDecode]",
                "/Type/#58Ref/Filter/FlateDecode",
                "/Ty#70e /XRef/Filter/FlateDecode",
                "/Type/XRef");
    }

    @ParameterizedTest
    @MethodSource("streamsThatFree")
    void objectFreedInAStreamIsInvalid(String kind) throws Exception {
        assertInvalid(desk.validate(withXrefStream(kind, "00000000000001"), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    /** The same update without the freeing: what makes the other invalid is nothing else. */
    @ParameterizedTest
    @MethodSource("streamsThatFree")
    void streamThatFreesNothingIsNoChange(String kind) throws Exception {
        ValidationReport report = desk.validate(withXrefStream(kind, ""), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
    }

    /** @param freed the entry of object 3 in hexadecimal: type, offset, generation of 1, 4 and 2 bytes */
    private Path withXrefStream(String kind, String freed) throws Exception {
        Path signed = desk.sign(TestPdf.xrefStream(desk.file("a.pdf")), SIGNER);
        String own = "01%08x0000".formatted(Files.size(signed));
        byte[] content = HexFormat.of().parseHex(freed + own);
        if (kind.contains("Flate")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream flate = new DeflaterOutputStream(out)) {
                flate.write(content);
            }
            content = out.toByteArray();
        }
        if (kind.contains("Hex")) {
            content = (HexFormat.of().formatHex(content) + ">").getBytes(StandardCharsets.US_ASCII);
        }
        String sections = freed.isEmpty() ? "900 1" : "3 1 900 1";
        String update =
                "900 0 obj\n<<" + kind + "/W[1 4 2]/Index[" + sections + "]/Size 901/Length " + content.length + " "
                        + root(signed) + "/Prev " + startxref(signed) + ">>\nstream\n"
                        + new String(content, StandardCharsets.ISO_8859_1) + "\nendstream\nendobj\n";
        return appendTable(signed, update);
    }

    private static Path appendTable(Path signed, String update) throws Exception {
        return PdfAttack.append(signed, update + "startxref\n" + Files.size(signed) + "\n%%EOF\n");
    }

    private static String startxref(Path file) throws Exception {
        String text = text(file);
        return text.substring(text.lastIndexOf("startxref") + 10)
                .split("\n", 2)[0]
                .strip();
    }

    private static String root(Path file) throws Exception {
        String text = text(file);
        int root = text.lastIndexOf("/Root");
        return text.substring(root, text.indexOf(" R", root) + 2);
    }

    @Test
    void permittedFormFillIsValidForItsRevision() throws Exception {
        Path certified = TestPdf.certifiedForm(desk.file("a.pdf"), SIGNER);
        ValidationReport report = desk.validate(PdfAttack.fillIn(certified, "Vilanova"), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isFalse();
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.PERMITTED_CHANGE);
    }

    @Test
    void permittedAnnotationIsValidForItsRevision() throws Exception {
        Path certified = TestPdf.certifiedForNotes(desk.file("a.pdf"), SIGNER);
        ValidationReport report = desk.validate(PdfAttack.annotate(certified), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isFalse();
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.PERMITTED_CHANGE);
    }

    @Test
    void contentIsInvalidAlsoWhereNotesArePermitted() throws Exception {
        Path certified = TestPdf.certifiedForNotes(desk.file("a.pdf"), SIGNER);
        assertInvalid(desk.validate(PdfAttack.replaceContent(certified), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void annotationIsInvalidWhereOnlyFormsMayBeFilledIn() throws Exception {
        Path certified = TestPdf.certifiedForForms(desk.file("a.pdf"), SIGNER);
        assertInvalid(desk.validate(PdfAttack.annotate(certified), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void nothingMayFollowACertificationWithoutChanges() throws Exception {
        Path certified = TestPdf.certified(desk.file("a.pdf"), SIGNER);
        assertInvalid(desk.validate(PdfAttack.annotate(certified), TRUST), Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        assertThat(refusal(Files.writeString(desk.file("a.txt"), "no PDF"))).isInstanceOf(SignatureUnreadable.class);
        assertThat(refusal(Files.writeString(desk.file("a.pdf"), "no PDF"))).isInstanceOf(DocumentNotPdf.class);
        assertThat(refusal(TestPdf.encrypted(desk.file("b.pdf")))).isInstanceOf(DocumentEncrypted.class);
        assertThat(refusal(Files.writeString(desk.file("c.pdf"), "%PDF-1.7\nnothing")))
                .isInstanceOf(DocumentDamaged.class);
        assertThat(refusal(Files.writeString(desk.file("d.pdf"), "\n\n%PDF-1.7\n")))
                .isInstanceOf(DocumentDamaged.class);
    }

    private Problem refusal(Path file) {
        try {
            throw new AssertionError(desk.validate(file, TRUST).toString());
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /**
     * A changed byte may stay unnoticed only where nothing depends on it: the case of a hexadecimal digit, and in the CMS
     * its version and copies of certificates, which no signature covers and the verdict doesn't rest on.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void changedByteIsNeverPlainlyValid(long seed) throws Exception {
        try (TestTsa tsa = TestTsa.start(PKI)) {
            Path signed =
                    desk.sign(TestPdf.withForm(desk.file("a.pdf")), SIGNER, new TimestampHttp(tsa.address(), true));
            byte[] good = Files.readAllBytes(signed);
            Random random = new Random(seed);
            for (int round = 0; round < 8; round++) {
                int position = random.nextInt(good.length);
                byte[] bad = good.clone();
                bad[position] ^= (byte) (1 << random.nextInt(8));
                if (meansTheSame(good, bad, position)) {
                    continue;
                }
                Path changed = Files.write(PdfAttack.beside(signed), bad);
                try {
                    ValidationReport report = desk.validate(changed, TRUST);
                    boolean plainlyValid = report.verdict() == Verdict.VALID
                            && report.signatures().getFirst().reasons().isEmpty();
                    assertThat(plainlyValid)
                            .as("byte %d of %d, seed %d", position, good.length, seed)
                            .isFalse();
                } catch (ProblemException e) {
                    assertThat(e.problem())
                            .isInstanceOfAny(DocumentDamaged.class, DocumentNotPdf.class, DocumentEncrypted.class);
                }
            }
        }
    }

    private static boolean meansTheSame(byte[] good, byte[] bad, int position) throws Exception {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("/Contents", text.indexOf("/Sig"));
        String hex = text.toLowerCase(Locale.ROOT);
        String root = HexFormat.of().formatHex(PKI.certificate().getEncoded());
        int copy = hex.indexOf(root, start);
        boolean inCopy = copy >= 0 && position >= copy && position < copy + root.length();
        // After the type's identifier and two lengths.
        int version = hex.indexOf("020101", hex.indexOf("2a864886f70d010702", start)) + 4;
        boolean inVersion = position == version || position == version + 1;
        boolean onlyCase = Character.toLowerCase((char) good[position]) == Character.toLowerCase((char) bad[position])
                && position > start
                && position < text.indexOf('>', start);
        return inCopy || inVersion || onlyCase;
    }

    private static void assertInvalid(ValidationReport report, Reason reason) {
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getFirst().reasons()).contains(reason);
        assertThat(report.indication().orElseThrow()).isNotEqualTo("TOTAL_PASSED");
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Of the first hexadecimal digit. */
    private static int contents(Path file) throws Exception {
        String text = text(file);
        return text.indexOf('<', text.indexOf("/Contents", text.indexOf("/ETSI"))) + 1;
    }

    private static int lastOfCms(Path file) throws Exception {
        String text = text(file);
        int last = text.indexOf('>', contents(file)) - 1;
        while (text.charAt(last) == '0') {
            last--;
        }
        return last;
    }
}
