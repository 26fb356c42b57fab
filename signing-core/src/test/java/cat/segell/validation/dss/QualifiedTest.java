// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestLists;
import cat.segell.fixture.TestLists.Fault;
import cat.segell.fixture.TestLists.Place;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.network.Proxies;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.list.LotlSigners;
import cat.segell.trust.list.TrustedLists;
import cat.segell.validation.Qualification;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the trusted lists make of signatures: their anchors count, and they alone call anything qualified. */
class QualifiedTest extends AtDesk {

    private static final String ARC = "0.4.0.1862.1.";

    private final TestLists lists = TestLists.start();

    @AfterEach
    void stop() {
        lists.close();
    }

    /** @param type 1 for signatures, 2 for seals */
    private static IssuedKey signer(int type, boolean device) {
        ASN1EncodableVector statements = new ASN1EncodableVector();
        statements.add(new QCStatement(new ASN1ObjectIdentifier(ARC + "1")));
        if (device) {
            statements.add(new QCStatement(new ASN1ObjectIdentifier(ARC + "4")));
        }
        statements.add(new QCStatement(
                new ASN1ObjectIdentifier(ARC + "6"), new DERSequence(new ASN1ObjectIdentifier(ARC + "6." + type))));
        String subject = type == 1 ? TestPki.EMPLOYEE : "CN=Segell de proves,O=Ajuntament de Proves,C=ES";
        return PKI.issue(PKI.request(subject, KeyKind.P256)
                .extension(Extension.qCStatements, false, new DERSequence(statements)));
    }

    private TrustAnchors believing(InstantSource clock) throws ProblemException {
        LotlSigners signers = LotlSigners.read(lists.writeSigners(desk.file("lotl.pem")));
        TrustedLists trusted = new TrustedLists(signers, List.of(), desk.file("lists"), clock);
        if (trusted.isDue()) {
            trusted.update(true, Proxies.none());
        }
        return new TrustAnchors(List.of(), false, Optional.of(trusted));
    }

    private SignatureReport report(IssuedKey by) throws Exception {
        Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), by);
        return desk.validate(signed, believing(InstantSource.system()))
                .signatures()
                .getFirst();
    }

    @Test
    void aListedAuthorityMakesAQualifiedSignature() throws Exception {
        lists.qualified(PKI.certificate());
        SignatureReport report = report(signer(1, true));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.qualified()).contains(Qualification.QUALIFIED_SIGNATURE);
        assertThat(report.timestampQualified()).isFalse();
    }

    @Test
    void aListedAuthorityMakesAQualifiedSeal() throws Exception {
        lists.qualified(PKI.certificate());
        assertThat(report(signer(2, true)).qualified()).contains(Qualification.QUALIFIED_SEAL);
    }

    @Test
    void withoutADeviceItIsAdvanced() throws Exception {
        lists.qualified(PKI.certificate());
        assertThat(report(signer(1, false)).qualified()).contains(Qualification.SIGNATURE_ON_QUALIFIED);
    }

    @Test
    void whatTheCertificateSaysOfItselfIsNotEnough() throws Exception {
        Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), signer(1, true));
        SignatureReport report = desk.validate(signed, TRUST).signatures().getFirst();
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.qualified()).isEmpty();
    }

    @Test
    void whoIsOnNoListIsUnknown() throws Exception {
        lists.qualified(TestPki.create("CN=Una altra,O=Proves,C=ES").certificate());
        SignatureReport report = report(signer(1, true));
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.reasons()).contains(Reason.ISSUER_UNKNOWN);
        assertThat(report.qualified()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_SIGNER", "CHANGED", "EXPIRED", "UNSIGNED", "TRUNCATED"})
    void aBadListVouchesForNobody(Fault fault) throws Exception {
        lists.qualified(PKI.certificate());
        lists.fail(Place.SPAIN, fault);
        SignatureReport report = report(signer(1, true));
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.qualified()).isEmpty();
    }

    @Test
    void anAuthorityThatWasWithdrawnBeforeVouchesForNothing() throws Exception {
        lists.withdrawn(PKI.certificate(), Instant.now().minus(Duration.ofDays(10)));
        SignatureReport report = report(signer(1, true));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.qualified()).isEmpty();
    }

    @Test
    void aListedTimestampSaysNothingOfWhatIsNotValid() throws Exception {
        IssuedKey unit = TestPki.create("CN=Arrel TSA,O=Proves,C=ES").timestamper();
        lists.qualifiedTimestamps(unit.certificate());
        try (TestTsa tsa = TestTsa.start(unit);
                TimestampHttp http = new TimestampHttp(tsa.address(), true)) {
            Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), signer(1, true), http);
            SignatureReport report = desk.validate(signed, believing(InstantSource.system()))
                    .signatures()
                    .getFirst();
            assertThat(report.timestamped()).as(report.toString()).isTrue();
            assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(report.timestampQualified()).isFalse();
        }
    }

    @Test
    void aListedTimestampIsQualified() throws Exception {
        lists.qualified(PKI.certificate());
        IssuedKey unit = TestPki.create("CN=Arrel TSA,O=Proves,C=ES").timestamper();
        lists.qualifiedTimestamps(unit.certificate());
        try (TestTsa tsa = TestTsa.start(unit);
                TimestampHttp http = new TimestampHttp(tsa.address(), true)) {
            Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), signer(1, true), http);
            SignatureReport report = desk.validate(signed, believing(InstantSource.system()))
                    .signatures()
                    .getFirst();
            assertThat(report.timestamped()).as(report.toString()).isTrue();
            assertThat(report.timestampQualified()).isTrue();
            assertThat(report.qualified()).contains(Qualification.QUALIFIED_SIGNATURE);
        }
    }
}
