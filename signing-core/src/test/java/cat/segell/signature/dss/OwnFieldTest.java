// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestForm;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.FieldDemands;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.Certification;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the fields that wait is taken by whoever named none: their own, and never another's. */
class OwnFieldTest {

    private static final TestPki PKI = TestPki.create();

    /** With a position, as certificates of public employees have one. */
    private static final IssuedKey SIGNER = PKI.issue(PKI.request(
            "CN=Núria Prova Inventada,SURNAME=Prova Inventada,GIVENNAME=Núria,T=Secretària general,"
                    + "SERIALNUMBER=IDCES-00000000T,O=Ajuntament de Proves,C=ES",
            KeyKind.P256));

    private static final SignerClaims NOTHING = SignerClaims.NONE;

    @TempDir
    private Path folder;

    private static SignatureProfile profile(Place place, SignerClaims claims) {
        SignatureProfile seen = Profiles.seen(place, Language.CA);
        return new SignatureProfile(seen.form(), seen.level(), false, seen.digest(), false, claims, seen.appearance());
    }

    private Path sign(Path file, SignatureProfile profile) throws ProblemException {
        return Signing.sign(folder, file, SIGNER, profile, List.of());
    }

    private Optional<String> choice(Path file, Place place, SignerClaims claims) throws Exception {
        return whole(file, place, claims).taken();
    }

    private FieldChoice whole(Path file, Place place, SignerClaims claims) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return FieldChoice.of(
                    PdfInspection.of(document).waiting(), new KeyInMemory(SIGNER).credential(), profile(place, claims));
        }
    }

    private ValidationReport report(Path file) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator().validate(document, new TrustAnchors(List.of(PKI.certificate()), false));
        }
    }

    private Path waiting(String... names) {
        return TestForm.waiting(folder.resolve("form.pdf"), names);
    }

    private static SignerClaims role(String role) {
        return new SignerClaims(
                Optional.empty(),
                Optional.empty(),
                Optional.of(role),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Secretària general",
                "Signatura de la Secretària General",
                "firmaSecretariaGeneral",
                "SIG_secretària-general",
                "Secretari general",
                "Firma del secretario general",
                "Núria Prova Inventada",
                "nuria prova inventada",
                "00000000T"
            })
    void theFieldThatBearsWhoSignsIsTaken(String name) throws Exception {
        Path signed = sign(waiting("Alcaldia", name), profile(new Appearance.OwnField(), NOTHING));
        ValidationReport report = report(signed);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().detail().claims().field()).contains(name);
        assertThat(report.waitingFields().words()).containsExactly("Alcaldia");
    }

    /** A form says one gender, and a person is of another; forms come in Catalan and in Spanish. */
    @ParameterizedTest
    @CsvSource({
        "Secretari,secretària",
        "Secretària,secretario",
        "Alcalde,alcaldessa",
        "Alcaldesa,alcalde",
        "Alcaldessa,alcaldesa",
        "Interventor,interventora",
        "Regidora d’Hisenda,regidor d’hisenda",
        "Presidenta,presidente",
        "Tècnic,técnica",
        "Regidor delegat,regidora delegada",
        "Advocada,advocat"
    })
    void anOfficeIsOneInEveryGender(String field, String role) throws Exception {
        Path file = waiting("Primera", field);
        assertThat(choice(file, new Appearance.OwnField(), role(role))).contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "Vicesecretari,secretària",
        "Presidència,presidenta",
        "Intervenció,interventora",
        "Alcaldia,alcalde",
        "Regidor de Cultura,regidora d’hisenda",
        "Secretari,secretària accidental",
        "Capa,cap",
        "Nurio Provo Inventado,convidada"
    })
    void anotherOfficeIsAnothers(String field, String role) throws Exception {
        Path file = waiting("Primera", field);
        assertThat(choice(file, new Appearance.OwnField(), role(role))).isEmpty();
    }

    @Test
    void theOneThatIsCalledExactlySoComesFirst() throws Exception {
        Path both = waiting("Secretari", "Secretària");
        assertThat(choice(both, new Appearance.OwnField(), role("secretària"))).contains("Secretària");
        assertThat(choice(both, new Appearance.OwnField(), role("secretario"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Alcaldia,Intervenció", "Secretària,Alcaldia", "Secretària general,Signatura secretària general"})
    void nobodyElsesFieldIsTaken(String first, String second) throws Exception {
        Path file = waiting(first, second);
        assertThat(choice(file, new Appearance.OwnField(), NOTHING)).isEmpty();
        ValidationReport report = report(sign(file, profile(new Appearance.OwnField(), NOTHING)));
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.waitingFields().words()).containsExactly(first, second);
    }

    @Test
    void theRoleThatIsClaimedCounts() throws Exception {
        Path file = waiting("Alcaldia", "President de la mesa");
        assertThat(choice(file, new Appearance.OwnField(), role("president de la mesa")))
                .contains("President de la mesa");
        assertThat(choice(file, new Appearance.OwnField(), NOTHING)).isEmpty();
    }

    @Test
    void whoeverNamesAPlaceGetsThatPlace() throws Exception {
        Path file = waiting("Alcaldia", "Secretària general");
        assertThat(choice(file, new Appearance.Box(1, new Area(30, 30, 200, 60)), NOTHING))
                .isEmpty();
        assertThat(choice(file, new Appearance.Field("Alcaldia"), NOTHING)).contains("Alcaldia");
        assertThat(choice(file, new Appearance.FreeSpace(false), NOTHING)).contains("Secretària general");
    }

    @Test
    void aFieldThatSomebodySignedWaitsForNobody() throws Exception {
        Path once = sign(waiting("Secretària general"), profile(new Appearance.OwnField(), NOTHING));
        assertThat(choice(once, new Appearance.OwnField(), NOTHING)).isEmpty();
    }

    @Test
    void documentsWithoutPagesAreSignedWithout() throws Exception {
        Path text = Files.writeString(folder.resolve("acta.txt"), "Acord");
        SignatureProfile fitting = new SignatureProfile(
                Optional.empty(),
                SignatureLevel.B,
                false,
                DigestAlgorithm.SHA256,
                false,
                NOTHING,
                Optional.of(new Appearance(new Appearance.OwnField(), Language.CA, Optional.empty())));
        assertThat(report(sign(text, fitting)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(sign(text, fitting.in(SignatureForm.ASIC_E))).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void whoeverWantsNoneGetsNone() throws Exception {
        Path file = waiting("Alcaldia", "Secretària general");
        assertThat(choice(file, new Appearance.Nowhere(), NOTHING)).isEmpty();
        assertThat(choice(file, new Appearance.FreeSpace(true), NOTHING)).isEmpty();
        for (Place place : List.of(new Appearance.Nowhere(), new Appearance.FreeSpace(true))) {
            ValidationReport report = report(sign(file, profile(place, NOTHING)));
            assertThat(report.verdict()).isEqualTo(Verdict.VALID);
            assertThat(report.waitingFields().words()).containsExactly("Alcaldia", "Secretària general");
        }
    }

    /** However many fields are listed. */
    @Test
    void theFieldIsTakenWhereverItStands() throws Exception {
        String[] names =
                IntStream.rangeClosed(1, 25).mapToObj(n -> "Vocal " + n).toArray(String[]::new);
        names[24] = "Secretària general";
        Path file = waiting(names);
        assertThat(choice(file, new Appearance.OwnField(), NOTHING)).contains("Secretària general");
        ValidationReport before = report(file);
        assertThat(before.waitingFields().words()).hasSize(20);
        assertThat(before.waitingFields().leftOut()).isEqualTo(5);
        assertThat(report(sign(file, profile(new Appearance.OwnField(), NOTHING)))
                        .waitingFields()
                        .leftOut())
                .isEqualTo(4);
    }

    private static COSDictionary seed(String part, COSDictionary value) {
        COSDictionary seed = new COSDictionary();
        seed.setItem(COSName.getPDFName(part), value);
        return seed;
    }

    private static COSDictionary admitting(String key, int demanded, X509Certificate... certificates)
            throws CertificateEncodingException {
        COSArray all = new COSArray();
        for (X509Certificate certificate : certificates) {
            all.add(new COSString(certificate.getEncoded()));
        }
        COSDictionary admitted = new COSDictionary();
        admitted.setItem(COSName.getPDFName(key), all);
        admitted.setInt(COSName.FF, demanded);
        return seed("Cert", admitted);
    }

    private Path demanding(COSDictionary seed) {
        return TestForm.write(folder.resolve("form.pdf"), List.of("Primera", "Segona"), Map.of("Segona", seed));
    }

    private Problem refusal(Path file, SignatureProfile profile) {
        return catchThrowableOfType(ProblemException.class, () -> sign(file, profile))
                .problem();
    }

    @Test
    void theFieldThatDemandsThisCertificateIsTakenAndNoOtherIsAdmitted() throws Exception {
        Path own = demanding(admitting("Subject", 1, PKI.certificate(), SIGNER.certificate()));
        assertThat(choice(own, new Appearance.OwnField(), NOTHING)).contains("Segona");
        assertThat(report(sign(own, profile(new Appearance.OwnField(), NOTHING)))
                        .verdict())
                .isEqualTo(Verdict.VALID);
        Path others = demanding(admitting("Subject", 1, PKI.certificate()));
        assertThat(choice(others, new Appearance.OwnField(), NOTHING)).isEmpty();
        assertThat(refusal(others, profile(new Appearance.Field("Segona"), NOTHING)))
                .isEqualTo(new FieldDemands(others, "Segona", List.of("Cert Subject")));
    }

    @Test
    void onlyWhomADemandedIssuerVouchesForSigns() throws Exception {
        SignatureProfile there = profile(new Appearance.Field("Segona"), NOTHING);
        assertThat(sign(demanding(admitting("Issuer", 2, PKI.certificate())), there))
                .exists();
        Path others = demanding(admitting("Issuer", 2, TestPki.create().certificate()));
        assertThat(refusal(others, there)).isEqualTo(new FieldDemands(others, "Segona", List.of("Cert Issuer")));
        // Of what is only recommended, and of what Segell doesn't know.
        assertThat(sign(demanding(admitting("Issuer", 0, TestPki.create().certificate())), there))
                .exists();
        Path unknown = demanding(admitting("Issuer", 2 | 1 << 5, PKI.certificate()));
        assertThat(refusal(unknown, there)).isEqualTo(new FieldDemands(unknown, "Segona", List.of("Cert")));
    }

    /** It bears the signer’s position, and signing in it would be refused. */
    @Test
    void aFieldThatIsKeptForAnotherCertificateIsNotTaken() throws Exception {
        X509Certificate stranger = TestPki.create().certificate();
        for (COSDictionary seed : List.of(
                admitting("Subject", 1, stranger),
                admitting("Issuer", 2, stranger),
                admitting("Issuer", 2 | 1 << 5, PKI.certificate()))) {
            Path file = TestForm.write(
                    folder.resolve("kept.pdf"),
                    List.of("Alcaldia", "Secretària general"),
                    Map.of("Secretària general", seed));
            FieldChoice choice = whole(file, new Appearance.OwnField(), NOTHING);
            assertThat(choice.taken()).isEmpty();
            assertThat(choice.kept()).contains("Secretària general");
            assertThat(whole(file, new Appearance.Nowhere(), NOTHING).kept()).isEmpty();
            assertThat(report(sign(file, profile(new Appearance.OwnField(), NOTHING)))
                            .waitingFields()
                            .words())
                    .containsExactly("Alcaldia", "Secretària general");
        }
        Path issued = TestForm.write(
                folder.resolve("kept.pdf"),
                List.of("Alcaldia", "Secretària general"),
                Map.of("Secretària general", admitting("Issuer", 2, PKI.certificate())));
        assertThat(whole(issued, new Appearance.OwnField(), NOTHING).taken()).contains("Secretària general");
    }

    @Test
    void aDocumentDoesNotDecideWhoIsAsked() throws Exception {
        COSDictionary stamp = new COSDictionary();
        stamp.setString("URL", "https://tsa.example/");
        stamp.setInt(COSName.FF, 1);
        Path file = demanding(seed("TimeStamp", stamp));
        assertThat(refusal(file, profile(new Appearance.Field("Segona"), NOTHING)))
                .isEqualTo(new FieldDemands(file, "Segona", List.of("TimeStamp")));
    }

    @Test
    void theCertificationThatIsDemandedIsGivenOrRefused() throws Exception {
        COSDictionary certifying = new COSDictionary();
        certifying.setInt(COSName.P, 2);
        Path file = demanding(seed("MDP", certifying));
        assertThat(refusal(file, profile(new Appearance.Field("Segona"), NOTHING)))
                .isEqualTo(new FieldDemands(file, "Segona", List.of("MDP")));
        certifying.setInt(COSName.P, 0);
        Path plain = demanding(seed("MDP", certifying));
        assertThat(sign(plain, profile(new Appearance.Field("Segona"), NOTHING)))
                .exists();
        certifying.setInt(COSName.P, 2);
        Path wanted = demanding(seed("MDP", certifying));
        SignerClaims forms = new SignerClaims(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Certification.FORMS));
        Path signed = sign(wanted, profile(new Appearance.Field("Segona"), forms));
        assertThat(report(signed).verdict()).isEqualTo(Verdict.VALID);
    }
}
