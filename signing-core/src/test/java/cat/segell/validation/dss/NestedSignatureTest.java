// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.xml.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures inside others: each is judged by itself, and one that has no place there is never plainly valid. */
class NestedSignatureTest extends AtDesk {

    private static final IssuedKey OTHER = PKI.signer(KeyKind.RSA_2048);
    private static final String UNSIGNED = "</xades:UnsignedSignatureProperties>";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /** It holds, and nobody who reads the file has to see it. */
    @Test
    void signatureBesideTheCounterSignaturesIsNotValid() throws Exception {
        assertStray(element("<other>" + whole("dos") + "</other>"));
    }

    @Test
    void signatureBelowTheCounterSignatureOfNobodyIsNotValid() throws Exception {
        assertStray(element("<CounterSignature xmlns=\"urn:other\">" + whole("dos") + "</CounterSignature>"));
    }

    /** Which signature is meant by a name is told by nothing else. */
    @Test
    void signatureThatBorrowsTheNameOfTheOuterOneIsNotValid() throws Exception {
        Path file = counterSigned(signed("u"));
        String name = content(file).replaceFirst("(?s).*?<ds:Signature [^>]*Id=\"([^\"]+)\".*", "$1");
        String borrowed =
                whole("dos").replaceFirst("<ds:Signature ", "<ds:Signature xmlns:o=\"urn:o\" o:Id=\"" + name + "\" ");
        Files.writeString(file, content(file).replace(UNSIGNED, "<other>" + borrowed + "</other>" + UNSIGNED));
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().stream().filter(each -> !each.isCounterSignature()))
                .as(report.toString())
                .noneMatch(each -> each.verdict() == Verdict.VALID);
    }

    @Test
    void counterSignatureOfAnotherLeavesTheOthersWhatTheyAre() throws Exception {
        String foreign = counter(content(counterSigned(signed("dos"))));
        Path file = counterSigned(signed("u"));
        Files.writeString(file, content(file).replace(UNSIGNED, foreign + UNSIGNED));
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.signatures())
                .extracting(SignatureReport::verdict)
                .as(report.toString())
                .containsExactly(Verdict.VALID, Verdict.VALID, Verdict.INVALID);
        assertThat(report.signatures().get(1).reasons()).doesNotContain(Reason.COUNTER_APART);
        assertThat(report.signatures().get(2).reasons()).contains(Reason.COUNTER_APART);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XmlSignatures.XPATH,
                XmlSignatures.XPATH_FILTER,
                "http://www.w3.org/2000/09/xmldsig#base64",
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                ""
            })
    void counterSignatureOfWhatATransformLeavesIsApart(String transform) throws Exception {
        String xml = content(counterSigned(signed("u")));
        String counter = counter(xml);
        String changed = counter.replaceFirst(
                "(?s)(<ds:Transform Algorithm=\")" + EXCLUSIVE,
                Matcher.quoteReplacement("<ds:Transform Algorithm=\"" + transform));
        assertThat(changed).isNotEqualTo(counter);
        assertThat(read(xml).counters().apart()).isFalse();
        assertThat(read(xml).counters().sound()).hasSize(1);
        assertThat(read(xml.replace(counter, changed)).counters().apart()).isTrue();
        assertThat(read(xml.replace(counter, changed)).counters().sound()).isEmpty();
    }

    private static XmlSignatures read(String xml) throws Exception {
        return XmlSignatures.of(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private void assertStray(Path file) throws Exception {
        ValidationReport report = desk.validate(file, TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INVALID);
        List<SignatureReport> ofTheDocument = report.signatures().stream()
                .filter(each -> !each.isCounterSignature())
                .toList();
        assertThat(ofTheDocument).as(report.toString()).hasSize(2);
        assertThat(ofTheDocument)
                .filteredOn(each -> each.reasons().contains(Reason.COVERS_PART))
                .as(report.toString())
                .hasSize(1)
                .allMatch(each -> each.verdict() == Verdict.INVALID);
        assertThat(report.signatures().stream().filter(SignatureReport::isCounterSignature))
                .extracting(each -> each.detail().counterSigned())
                .containsExactly(Optional.of(1));
    }

    private Path element(String stray) throws Exception {
        Path file = counterSigned(signed("u"));
        return Files.writeString(file, content(file).replace(UNSIGNED, stray + UNSIGNED));
    }

    /** One that holds its document. */
    private String whole(String name) throws Exception {
        return content(signed(name)).replaceFirst("(?s)^<\\?xml.*?\\?>", "");
    }

    private static String counter(String xml) {
        String end = "</xades:CounterSignature>";
        return xml.substring(xml.indexOf("<xades:CounterSignature"), xml.indexOf(end) + end.length());
    }

    private static String content(Path file) throws Exception {
        return Files.readString(file);
    }

    private Path signed(String name) throws Exception {
        Path document = Files.writeString(desk.file(name + ".txt"), "Acord " + name);
        SignatureForm enveloping =
                new SignatureForm(SignatureFormat.XADES, Packaging.ENVELOPING, SignatureFormat.XADES);
        Path signed = desk.sign(document, SIGNER, enveloping, SignatureLevel.B, List.of());
        return Files.move(signed, folder.resolve(name + "-signed.xml"));
    }

    private Path counterSigned(Path signed) throws Exception {
        Path counter = Signing.sign(
                folder,
                signed,
                OTHER,
                Profiles.with(SignatureForm.ASIC_E, SignatureLevel.B, DigestAlgorithm.SHA256, false)
                        .counterSigning(1),
                List.of());
        return Files.move(counter, folder.resolve("counter-" + signed.getFileName()));
    }
}
