// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.certificate.PracticeMark;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.VerdictText;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time-stamps in files of their own, beside the document that they stamp. */
class LoneTimestampTest extends AtDesk {

    private static final IssuedKey AUTHORITY = PKI.timestamper();

    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        document = Files.writeString(desk.file("acta.txt"), "Acta de la sessió ordinària");
    }

    @Test
    void provesThatTheDocumentExisted() throws Exception {
        ValidationReport report = validate(stamp(AUTHORITY));
        expect(report, Verdict.VALID);
        SignatureReport stamp = report.signatures().getFirst();
        assertThat(stamp.isTimestamp()).isTrue();
        assertThat(stamp.timestamped()).isTrue();
        assertThat(stamp.level()).isEmpty();
        assertThat(stamp.indication()).isEqualTo("PASSED");
        assertThat(stamp.signedAt().orElseThrow()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        VerdictText text = VerdictText.of(report, Language.EN);
        assertThat(text.headline()).isEqualTo("Valid time-stamp");
        assertThat(text.sentences())
                .first()
                .asString()
                .startsWith("The document existed, exactly as it is, on ")
                .endsWith(": Autoritat de segellat de proves confirms it.");
    }

    @Test
    void anAnswerIsReadLikeItsToken() throws Exception {
        Path answer = Files.write(desk.file("acta.txt.tsr"), answer(AUTHORITY, imprint()));
        expect(desk.validate(answer, TRUST), Verdict.VALID);
    }

    @Test
    void anotherDocumentIsNotTheOneThatWasStamped() throws Exception {
        byte[] token = stamp(AUTHORITY);
        Files.writeString(document, "Acta de la sessió extraordinària");
        ValidationReport report = validate(token);
        expect(report, Verdict.INVALID, Reason.OTHER_ORIGINAL);
        assertThat(VerdictText.of(report, Language.EN).headline()).isEqualTo("Not the document that was time-stamped");
    }

    @Test
    void brokenSignatureProvesNothing() throws Exception {
        byte[] token =
                stamp(new IssuedKey(KeyKind.P256.newPair().getPrivate(), AUTHORITY.certificate(), AUTHORITY.issuers()));
        expect(validate(token), Verdict.INVALID, Reason.SIGNATURE_BROKEN);
    }

    /** Whoever holds an ordinary certificate would date back whatever they like. */
    @Test
    void whoIsNoTimestampAuthorityProvesNoTime() throws Exception {
        byte[] token = stampBy(SIGNER);
        ValidationReport report = validate(token);
        assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().timestamped()).isFalse();
    }

    /** The same by hand with an authority’s key holds: what the test above refuses is the certificate. */
    @Test
    void handmadeTokenOfAnAuthorityHolds() throws Exception {
        expect(validate(stampBy(AUTHORITY)), Verdict.VALID);
    }

    @Test
    void unknownAuthorityIsNotConfirmed() throws Exception {
        ValidationReport report = validate(stamp(TestPki.create().timestamper()));
        expect(report, Verdict.INDETERMINATE, Reason.ISSUER_UNKNOWN);
        assertThat(report.signatures().getFirst().timestamped()).isFalse();
        assertThat(VerdictText.of(report, Language.EN).sentences())
                .first()
                .asString()
                .startsWith("According to Autoritat de segellat de proves, the document existed");
    }

    @Test
    void weakImprintIsSaid() throws Exception {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(document));
        byte[] token = token(answer(AUTHORITY, OIWObjectIdentifiers.idSHA1, sha1));
        expect(validate(token), Verdict.INDETERMINATE, Reason.ALGORITHM_WEAK);
    }

    @Test
    void practiceStaysPractice() throws Exception {
        TestPki practice = TestPki.create();
        IssuedKey authority = practice.issue(practice.request("CN=Segell de pràctiques,C=ES", KeyKind.P256)
                .keyUsage(KeyUsage.digitalSignature)
                .extendedKeyUsage(true, KeyPurposeId.id_kp_timeStamping)
                .policies(PracticeMark.POLICY));
        Path stamp = Files.write(desk.file("acta.txt.tst"), stamp(authority));
        expect(desk.validate(stamp, TRUST), Verdict.INDETERMINATE, Reason.PRACTICE);
        ValidationReport trusted = desk.validate(stamp, new TrustAnchors(List.of(practice.certificate()), true));
        expect(trusted, Verdict.VALID, Reason.PRACTICE);
        assertThat(trusted.practice()).isTrue();
        assertThat(VerdictText.of(trusted, Language.CA).headline()).isEqualTo("Segell de temps de pràctiques");
    }

    @Test
    void expiredAuthorityIsNotConfirmed() throws Exception {
        Path stamp = Files.write(desk.file("acta.txt.tst"), stamp(AUTHORITY));
        InstantSource later = InstantSource.fixed(
                AUTHORITY.certificate().getNotAfter().toInstant().plus(Duration.ofDays(1)));
        expect(desk.validate(stamp, TRUST, later), Verdict.INDETERMINATE, Reason.CERT_EXPIRED);
    }

    @Test
    void withoutTheDocumentNothingIsSaid() throws Exception {
        byte[] token = stamp(AUTHORITY);
        Files.delete(document);
        assertThatThrownBy(() -> validate(token))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(OriginalMissing.class));
    }

    /** Something could hide behind it that another program reads. */
    @Test
    void nothingMayStandBehindIt() throws Exception {
        byte[] token = stamp(AUTHORITY);
        ValidationReport report = validate(Arrays.copyOf(token, token.length + 1));
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void refusalIsNoTimestamp() throws Exception {
        try (TestTsa tsa = TestTsa.start(AUTHORITY)) {
            tsa.answer(TestTsa.Fault.REJECTED);
            Path refusal = Files.write(desk.file("acta.txt.tsr"), tsa.respond(request(imprint())));
            assertThatThrownBy(() -> desk.validate(refusal, TRUST)).isInstanceOf(ProblemException.class);
        }
    }

    /** Each byte of a token counts: none may be another while the verdict stays. */
    @Test
    void noFlippedByteGoesUnseen() throws Exception {
        byte[] token = stamp(AUTHORITY);
        for (int at = 0; at < token.length; at += 7) {
            byte[] changed = token.clone();
            changed[at] ^= 1;
            try {
                ValidationReport report = validate(changed);
                boolean statesTheSame = report.signatures().getFirst().timestamped();
                assertThat(statesTheSame && report.verdict() == Verdict.VALID && !sameStatement(report, token))
                        .as("byte " + at + " of " + token.length + ": " + report)
                        .isFalse();
            } catch (ProblemException expected) {
                // It can't be read any more.
            }
        }
    }

    private boolean sameStatement(ValidationReport report, byte[] token) throws ProblemException, IOException {
        return report.signatures()
                .getFirst()
                .signedAt()
                .equals(validate(token).signatures().getFirst().signedAt());
    }

    private ValidationReport validate(byte[] token) throws ProblemException, IOException {
        return desk.validate(Files.write(desk.file("acta.txt.tst"), token), TRUST);
    }

    private byte[] imprint() throws IOException {
        return DigestAlgorithm.SHA256.of(Files.readAllBytes(document)).value();
    }

    private byte[] stamp(IssuedKey authority) throws Exception {
        return token(answer(authority, imprint()));
    }

    private static byte[] answer(IssuedKey authority, byte[] imprint) throws IOException {
        return answer(authority, NISTObjectIdentifiers.id_sha256, imprint);
    }

    private static byte[] answer(IssuedKey authority, ASN1ObjectIdentifier algorithm, byte[] imprint)
            throws IOException {
        try (TestTsa tsa = TestTsa.start(authority)) {
            return tsa.respond(request(algorithm, imprint));
        }
    }

    private static byte[] request(byte[] imprint) throws IOException {
        return request(NISTObjectIdentifiers.id_sha256, imprint);
    }

    private static byte[] request(ASN1ObjectIdentifier algorithm, byte[] imprint) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(algorithm, imprint, BigInteger.TEN).getEncoded();
    }

    private static byte[] token(byte[] answer) throws Exception {
        return new TimeStampResponse(answer).getTimeStampToken().getEncoded();
    }

    /** Without the checks of the library that makes tokens: whoever cheats doesn't use it. */
    private byte[] stampBy(IssuedKey key) throws Exception {
        byte[] states = new TimeStampResponse(answer(AUTHORITY, imprint()))
                .getTimeStampToken()
                .getTimeStampInfo()
                .getEncoded();
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(key)))
                .build("SHA256withECDSA", key.key(), key.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, states), true)
                .getEncoded("DER");
    }

    private static AttributeTable attributes(IssuedKey key) throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
        return new AttributeTable(new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(digest)})))));
    }

    private static void expect(ValidationReport report, Verdict verdict, Reason... reasons) {
        assertThat(report.verdict()).as(report.toString()).isEqualTo(verdict);
        assertThat(report.signatures().getFirst().reasons()).containsExactlyInAnyOrder(reasons);
    }
}
