// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.ForeignSigner;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestPdf;
import cat.segell.problem.DocumentProblem.CounterSignatureNested;
import cat.segell.problem.DocumentProblem.CounterSignatureUnfit;
import cat.segell.problem.DocumentProblem.CounterSignatureUnsupported;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.RevisionUnknown;
import cat.segell.problem.DocumentProblem.SignatureCompact;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of signatures: made in each format that has them, and judged like any. */
class CounterSignatureTest extends AtDesk {

    private static final SignatureForm XADES = SignatureForm.of(SignatureFormat.XADES);
    private static final SignatureForm CADES = SignatureForm.of(SignatureFormat.CADES);
    private static final SignatureForm JADES = SignatureForm.of(SignatureFormat.JADES);
    private static final IssuedKey OTHER = PKI.signer(KeyKind.RSA_2048);

    @ParameterizedTest
    @CsvSource({
        "XADES,ENVELOPED,XADES,xml",
        "XADES,ENVELOPING,XADES,txt",
        "XADES,DETACHED,XADES,txt",
        "CADES,ATTACHED,CADES,txt",
        "CADES,DETACHED,CADES,txt",
        "JADES,ATTACHED,JADES,txt",
        "JADES,DETACHED,JADES,txt",
        "ASIC_S,DETACHED,XADES,txt",
        "ASIC_S,DETACHED,CADES,txt",
        "ASIC_E,DETACHED,XADES,txt",
        "ASIC_E,DETACHED,CADES,txt"
    })
    void eachFormatHoldsOneThatIsJudged(
            SignatureFormat format, Packaging packaging, SignatureFormat inside, String kind) throws Exception {
        Path signed = signed(new SignatureForm(format, packaging, inside), kind);
        Path counter = counterSigned(signed, OTHER);
        ValidationReport report = desk.validate(counter, TRUST);
        assertThat(report.signatures()).as(report.toString()).hasSize(2);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        SignatureReport second = report.signatures().get(1);
        assertThat(second.detail().counterSigned()).isEqualTo(Optional.of(1));
        assertThat(second.certificateSha256())
                .isNotEqualTo(report.signatures().getFirst().certificateSha256());
        assertThat(report.signatures().getFirst().isCounterSignature()).isFalse();
    }

    @Test
    void brokenCounterSignatureLeavesWhatItSigned() throws Exception {
        Path counter = counterSigned(signed(XADES, "txt"), OTHER);
        int value =
                content(counter).indexOf("<ds:SignatureValue", content(counter).indexOf("<xades:CounterSignature"));
        assertBroken(flip(counter, content(counter).indexOf('>', value) + 20), Reason.SIGNATURE_BROKEN);
    }

    @Test
    void brokenCounterSignatureInCms() throws Exception {
        Path counter = counterSigned(signed(CADES, "txt"), OTHER);
        byte[] value = cmsCounters(counter).getFirst().getSignature();
        assertBroken(flip(counter, content(counter).indexOf(text(value)) + 9), Reason.SIGNATURE_BROKEN);
    }

    @Test
    void counterSignatureOfAnotherSignatureIsApart() throws Exception {
        String other = content(counterSigned(signed(XADES, "txt"), OTHER));
        Path moved = counterSigned(signed(XADES, "xml"), OTHER);
        write(moved, content(moved).replace(counter(content(moved)), counter(other)));
        assertBroken(moved, Reason.COUNTER_APART);
    }

    /** What it signs is there, and isn't what it stands in. */
    @Test
    void counterSignatureWithTheValueThatItSignsBesideItIsApart() throws Exception {
        String other = content(counterSigned(signed(XADES, "txt"), OTHER));
        String value = other.replaceFirst("(?s).*?(<ds:SignatureValue .*?</ds:SignatureValue>).*", "$1");
        Path moved = counterSigned(signed(XADES, "xml"), OTHER);
        String end = "</ds:SignatureValue>";
        write(
                moved,
                content(moved)
                        .replace(counter(content(moved)), counter(other))
                        .replaceFirst(end, Matcher.quoteReplacement(end + value)));
        assertThat(reading(moved)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void counterSignatureOfAnotherSignatureInCmsIsApart() throws Exception {
        CMSSignedData other = new CMSSignedData(Files.readAllBytes(counterSigned(signed(CADES, "txt"), OTHER)));
        Path file = counterSigned(signed(CADES, "xml"), OTHER);
        SignerInformation first = signer(other);
        put(file, one -> first.getUnsignedAttributes());
        assertBroken(file, Reason.COUNTER_APART);
    }

    /** The engine reads the first one alone. */
    @Test
    void secondSignatureInOneCounterSignatureIsNotPassedOver() throws Exception {
        Path file = counterSigned(signed(XADES, "txt"), OTHER);
        String whole = content(file);
        String counter = counter(whole);
        String inner =
                counter.substring(counter.indexOf("<ds:Signature "), counter.lastIndexOf("</xades:CounterSignature>"));
        write(file, whole.replace(inner, inner + inner.replaceAll("id-", "id-b")));
        assertThat(reading(file)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void signatureOfSomethingElseInACounterSignatureIsApart() throws Exception {
        String other = content(signed(XADES, "txt")).replaceFirst("(?s)^<\\?xml.*?\\?>", "");
        Path file = counterSigned(signed(XADES, "xml"), OTHER);
        String counter = counter(content(file));
        write(
                file,
                content(file)
                        .replace(counter, counter.replaceAll("(?s)>.*<", Matcher.quoteReplacement(">" + other + "<"))));
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getLast().reasons()).contains(Reason.COUNTER_APART);
    }

    /** The engine takes one of the two, and other programs may take the other one. */
    @Test
    void nameThatStandsTwiceIsApart() throws Exception {
        Path file = counterSigned(signed(XADES, "txt"), OTHER);
        String id = content(file).replaceFirst("(?s).*?<ds:SignatureValue Id=\"([^\"]+)\".*", "$1");
        write(
                file,
                content(file)
                        .replace(
                                "</xades:UnsignedSignatureProperties>",
                                "<other Id=\"" + id + "\"/></xades:UnsignedSignatureProperties>"));
        assertThat(reading(file)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void copiedCounterSignatureInCmsIsCounted() throws Exception {
        Path file = counterSigned(signed(CADES, "txt"), OTHER);
        put(file, one -> {
            AttributeTable unsigned = one.getUnsignedAttributes();
            ASN1EncodableVector both = new ASN1EncodableVector();
            both.add(unsigned.get(CMSAttributes.counterSignature));
            both.add(unsigned.get(CMSAttributes.counterSignature));
            return new AttributeTable(both);
        });
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.signatures()).as(report.toString()).hasSize(3);
        assertThat(report.signatures().get(2).detail().counterSigned()).isEqualTo(Optional.of(1));
    }

    @Test
    void counterSignatureInJsonThatTheEngineCannotReadIsNotPassedOver() throws Exception {
        Path file = signed(JADES, "txt");
        String etsiU = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"cSig\":\"x.y\"}".getBytes(UTF_8));
        write(
                file,
                content(file)
                        .replaceFirst("\"signature\":", "\"header\":{\"etsiU\":[\"" + etsiU + "\"]},\"signature\":"));
        assertThat(reading(file)).isEqualTo(Verdict.INVALID);
    }

    /** By Bouncy Castle, which knows nothing of us. */
    @Test
    void otherSoftwareVerifiesItInCms() throws Exception {
        SignerInformation counter =
                cmsCounters(counterSigned(signed(CADES, "txt"), OTHER)).getFirst();
        assertThat(counter.verify(new JcaSimpleSignerInfoVerifierBuilder().build(OTHER.certificate())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ENVELOPED,xml", "ENVELOPING,txt"})
    void xmlsecVerifiesIt(Packaging packaging, String kind) throws Exception {
        Path counter = counterSigned(
                signed(new SignatureForm(SignatureFormat.XADES, packaging, SignatureFormat.XADES), kind), OTHER);
        Path anchor = IssuedKey.writePem(desk.file("anchor.pem"), PKI.certificate());
        OtherSoftware.Answer other = OtherSoftware.xmlsec(counter, anchor, folder, 2);
        assertThat(other.accepts()).as(other.words()).isTrue();
        int value =
                content(counter).indexOf("<ds:SignatureValue", content(counter).indexOf("<xades:CounterSignature"));
        flip(counter, content(counter).indexOf('>', value) + 20);
        assertThat(OtherSoftware.xmlsec(counter, anchor, folder, 2).accepts()).isFalse();
    }

    @Test
    void jwcryptoVerifiesIt() throws Exception {
        Path counter = counterSigned(signed(JADES, "txt"), OTHER);
        OtherSoftware.Answer other = OtherSoftware.jwcryptoCounter(counter);
        assertThat(other.accepts()).as(other.words()).isTrue();
        // Of another signature it is none.
        Path apart = counterSigned(signed(JADES, "xml"), OTHER);
        write(apart, content(apart).replaceFirst("\"header\":\\{[^}]*}", header(counter)));
        assertThat(OtherSoftware.jwcryptoCounter(apart).accepts()).isFalse();
        assertThat(reading(apart)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesTheCompactFormThatHasNoPlaceForOne() throws Exception {
        Path compact = new ForeignSigner(folder, SIGNER)
                .jwcrypto(Files.writeString(desk.file("acta.txt"), "Acord"), "ES256", "compact");
        assertThat(refusal(compact, 1)).isEqualTo(new SignatureCompact(compact));
    }

    @Test
    void refusesWhatCannotBeCounterSigned() throws Exception {
        Path pdf = desk.sign(TestPdf.pages(desk.file("a.pdf"), 1), SIGNER);
        assertThat(refusal(pdf, 1)).isEqualTo(new CounterSignatureUnsupported(pdf));
        Path unsigned = Files.writeString(desk.file("plain.xml"), "<a/>");
        assertThat(refusal(unsigned, 1)).isEqualTo(new DocumentUnsigned(unsigned));
        Path signed = signed(CADES, "txt");
        assertThat(refusal(signed, 2)).isEqualTo(new RevisionUnknown(signed, 2, 1));
        Path counter = counterSigned(signed, OTHER);
        assertThat(refusal(counter, 2)).isEqualTo(new CounterSignatureNested(counter, 2));
        Path broken = flip(signed, content(signed).indexOf("Acord"));
        assertThat(refusal(broken, 1)).isEqualTo(new CounterSignatureUnfit(broken, 1));
    }

    @Test
    void severalStandBehindTheOneThatTheySign() throws Exception {
        Path twice = named(
                desk.sign(signed(CADES, "txt"), OTHER, CADES, SignatureLevel.B, List.of()), desk.file("b"), "-signed");
        ValidationReport report = desk.validate(counterSigned(counterSigned(twice, 1, OTHER), 1, SIGNER), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures())
                .extracting(signature -> signature.detail().counterSigned().orElse(0))
                .containsExactly(0, 1, 1, 0);
    }

    private Problem refusal(Path file, int number) {
        try {
            counterSigned(file, number, OTHER);
            throw new AssertionError("signed");
        } catch (ProblemException e) {
            return e.problem();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The first one is what it was. */
    private void assertBroken(Path file, Reason reason) throws Exception {
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.signatures())
                .extracting(SignatureReport::verdict)
                .as(report.toString())
                .containsExactly(Verdict.VALID, Verdict.INVALID);
        assertThat(report.signatures().get(1).reasons()).contains(reason);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** What can't be read is no verdict either. */
    private Verdict reading(Path file) {
        try {
            return desk.validate(file, TRUST).verdict();
        } catch (ProblemException unreadable) {
            return Verdict.INVALID;
        }
    }

    private static String header(Path json) throws Exception {
        return Matcher.quoteReplacement(content(json).replaceFirst("(?s).*(\"header\":\\{[^}]*}).*", "$1"));
    }

    private static String counter(String xml) {
        return xml.substring(
                xml.indexOf("<xades:CounterSignature"),
                xml.indexOf("</xades:CounterSignature>") + "</xades:CounterSignature>".length());
    }

    private static SignerInformation signer(CMSSignedData cms) {
        return cms.getSignerInfos().getSigners().iterator().next();
    }

    private static List<SignerInformation> cmsCounters(Path file) throws Exception {
        return List.copyOf(signer(new CMSSignedData(Files.readAllBytes(file)))
                .getCounterSignatures()
                .getSigners());
    }

    private static void put(Path file, Function<SignerInformation, AttributeTable> unsigned) throws Exception {
        CMSSignedData cms = new CMSSignedData(Files.readAllBytes(file));
        SignerInformation changed =
                SignerInformation.replaceUnsignedAttributes(signer(cms), unsigned.apply(signer(cms)));
        Files.write(
                file,
                CMSSignedData.replaceSigners(cms, new SignerInformationStore(changed))
                        .getEncoded());
    }

    private static String content(Path file) throws Exception {
        return text(Files.readAllBytes(file));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static void write(Path file, String content) throws Exception {
        Files.write(file, content.getBytes(ISO_8859_1));
    }

    private static Path flip(Path file, int place) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] = (byte) (bytes[place] == 'A' ? 'B' : 'A');
        return Files.write(file, bytes);
    }

    private Path signed(SignatureForm form, String kind) throws Exception {
        Path document = Files.writeString(
                desk.file("acta." + kind), kind.equals("xml") ? "<acta><punt>Un</punt></acta>" : "Acord primer");
        return named(desk.sign(document, SIGNER, form, SignatureLevel.B, List.of()), document, "-signed");
    }

    private Path counterSigned(Path signed, IssuedKey by) throws Exception {
        return counterSigned(signed, 1, by);
    }

    private Path counterSigned(Path signed, int number, IssuedKey by) throws Exception {
        SignatureProfile profile = Profiles.with(SignatureForm.ASIC_E, SignatureLevel.B, DigestAlgorithm.SHA256, false);
        Path counter = Signing.sign(folder, signed, by, profile.counterSigning(number), List.of());
        return Files.move(
                counter, folder.resolve(signed.getFileName().toString().replace("-signed", "-signed-2")));
    }

    /** What a signature in a file of its own signs is found by its name. */
    private Path named(Path signed, Path document, String mark) throws Exception {
        return Files.move(signed, folder.resolve(document.getFileName() + mark + ".sig"));
    }
}
