// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateHolder;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.text.Language;
import cat.segell.validation.detail.ClaimDetail;
import cat.segell.validation.detail.SignatureDetail;
import cat.segell.validation.detail.TimestampDetail;
import cat.segell.validation.detail.TimestampDetail.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTextTest {

    private static final Instant SIGNED = Instant.parse("2026-05-03T10:04:00Z");

    @Test
    void saysWhoWhenAndThatNothingChanged() {
        ValidationReport report = report(Verdict.VALID, false, CertificateKind.PUBLIC_EMPLOYEE, true);
        assertThat(VerdictText.summary(report, Language.EN))
                .isEqualTo(
                        "Valid signature. Signed by Maria Prova, public employee of Ajuntament de Prova,"
                                + " on 3 May 2026, proven by a time-stamp. The document has not changed since. Format: PAdES, level B.");
        assertThat(VerdictText.summary(report, Language.CA))
                .isEqualTo(
                        "Signatura vàlida. Signat per Maria Prova, personal públic (Ajuntament de Prova),"
                                + " el 3 de maig de 2026, segons un segell de temps. El document no ha canviat des de llavors. Format: PAdES, nivell B.");
        assertThat(VerdictText.summary(report, Language.ES))
                .isEqualTo("Firma válida. Firmado por Maria Prova, personal público (Ajuntament de Prova),"
                        + " el 3 de mayo de 2026, según un sello de tiempo."
                        + " El documento no ha cambiado desde entonces. Formato: PAdES, nivel B.");
    }

    @Test
    void callsClaimedTimeClaimed() {
        ValidationReport report = report(Verdict.VALID, false, CertificateKind.PUBLIC_EMPLOYEE, false);
        assertThat(VerdictText.summary(report, Language.EN))
                .contains("on 3 May 2026, according to the signer’s own computer.");
        assertThat(VerdictText.summary(report, Language.CA)).contains("segons l’ordinador de qui signa");
    }

    @ParameterizedTest
    @EnumSource
    void unknownIssuerIsNeverInvalidAndNeverSignedBySomebody(Language language) {
        ValidationReport report =
                report(Verdict.INDETERMINATE, false, CertificateKind.PUBLIC_EMPLOYEE, false, Reason.ISSUER_UNKNOWN);
        assertThat(VerdictText.of(report, language).headline())
                .isIn("No es pot assegurar", "No se puede asegurar", "Cannot be confirmed");
        assertThat(VerdictText.summary(report, language))
                .doesNotContainIgnoringCase("invalid")
                .doesNotContain("no vàlida", "no válida", "Signat per", "Firmado por", "Signed by");
        assertThat(VerdictText.of(report, language).reasons()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void practiceIsSaidAlsoWhereItIsBelieved(Language language) {
        ValidationReport report = report(Verdict.VALID, true, CertificateKind.PUBLIC_EMPLOYEE, true, Reason.PRACTICE);
        VerdictText text = VerdictText.of(report, language);
        assertThat(text.headline()).isIn("Signatura de pràctiques", "Firma de prácticas", "Practice signature");
        assertThat(text.sentences().getFirst())
                .startsWith(
                        switch (language) {
                            case CA -> "Signat per Maria Prova";
                            case ES -> "Firmado por Maria Prova";
                            case EN -> "Signed by Maria Prova";
                        });
        assertThat(text.sentences().get(1))
                .contains(
                        switch (language) {
                            case CA -> "no ha canviat";
                            case ES -> "no ha cambiado";
                            case EN -> "has not changed";
                        });
        assertThat(text.notes())
                .singleElement()
                .asString()
                .containsAnyOf("validesa legal", "validez legal", "legal value");
        assertThat(text.reasons()).as("said once").isEmpty();
    }

    /** What ends with another status reads otherwise, and says why. */
    @ParameterizedTest
    @EnumSource
    void practiceThatIsNotBelievedSaysWhyItCannotBeConfirmed(Language language) {
        VerdictText text = VerdictText.of(
                report(Verdict.INDETERMINATE, true, CertificateKind.PUBLIC_EMPLOYEE, true, Reason.PRACTICE), language);
        assertThat(text.headline())
                .isIn(
                        "No es pot assegurar: signatura de pràctiques",
                        "No se puede asegurar: firma de prácticas",
                        "Cannot be confirmed: practice signature");
        assertThat(text.notes().getLast())
                .containsAnyOf("no són de confiança", "no son de confianza", "not trusted here");
        assertThat(text.toString()).doesNotContain("no ha canviat", "no ha cambiado", "has not changed");
        assertThat(text.reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void practiceThatIsBelievedAndHasExpiredSpeaksOfTheExpiryAlone(Language language) {
        VerdictText text = VerdictText.of(
                trusting(report(
                        Verdict.INDETERMINATE,
                        true,
                        CertificateKind.PUBLIC_EMPLOYEE,
                        false,
                        Reason.PRACTICE,
                        Reason.CERT_EXPIRED)),
                language);
        assertThat(text.headline())
                .startsWith(
                        switch (language) {
                            case CA -> "No es pot assegurar";
                            case ES -> "No se puede asegurar";
                            case EN -> "Cannot be confirmed";
                        });
        assertThat(text.toString()).doesNotContain("de confiança", "de confianza", "trusted");
        assertThat(text.reasons()).singleElement().asString().containsAnyOf("caducat", "caducado", "expired");
    }

    @Test
    void changesThatAPracticeSignaturePermitsAreToldToo() {
        VerdictText text = VerdictText.of(
                report(Verdict.VALID, true, CertificateKind.CITIZEN, true, Reason.PRACTICE, Reason.PERMITTED_CHANGE),
                Language.EN);
        assertThat(text.sentences()).noneMatch(sentence -> sentence.contains("has not changed"));
        assertThat(text.sentences().get(1)).contains("the signature permits");
    }

    /** A time-stamp could have helped the one, and no longer the other. */
    @Test
    void saysWhetherTheCertificateHadExpiredAlreadyWhenItSigned() {
        ValidationReport before =
                report(Verdict.INDETERMINATE, false, CertificateKind.CITIZEN, false, Reason.CERT_EXPIRED);
        assertThat(VerdictText.of(before, Language.EN).reasons())
                .containsExactly("The certificate has expired, and nothing proves that the signature was made before.");
        assertThat(VerdictText.of(later(before), Language.EN).reasons())
                .containsExactly("The certificate had already expired when the signature was made.");
    }

    @Test
    void saysOfEachOfSeveralWhatItIsWorth() {
        VerdictText text = VerdictText.of(
                several(
                        report(Verdict.INDETERMINATE, true, CertificateKind.CITIZEN, true, Reason.PRACTICE),
                        report(Verdict.VALID, false, CertificateKind.CITIZEN, false),
                        report(Verdict.INVALID, false, CertificateKind.CITIZEN, false, Reason.SIGNATURE_BROKEN)),
                Language.EN);
        assertThat(text.headline()).isEqualTo("Signature not valid (3 signatures)");
        assertThat(text.signatures())
                .extracting(VerdictText::headline)
                .containsExactly("Cannot be confirmed: practice signature", "Valid signature", "Signature not valid");
        assertThat(text.signatures()).extracting(each -> each.reasons().size()).containsExactly(0, 0, 1);
        assertThat(text.signatures())
                .allSatisfy(each -> assertThat(each.sentences().getFirst()).contains("Maria Prova"));
        assertThat(text.signatures().get(1).sentences()).noneMatch(sentence -> sentence.contains("practice"));
    }

    /** What is wrong is told before what follows from practice. */
    @Test
    void practiceStandsBehindTheCause() {
        VerdictText text = VerdictText.of(
                report(Verdict.INVALID, true, CertificateKind.CITIZEN, true, Reason.PRACTICE, Reason.SIGNATURE_BROKEN),
                Language.EN);
        assertThat(text.reasons())
                .containsExactly(
                        "The signature’s data is damaged or does not belong to the certificate.",
                        "Made by practice means: no legal value.");
        assertThat(text.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onePracticeSignatureMakesNotAllPractice(Language language) {
        for (Verdict verdict : List.of(Verdict.VALID, Verdict.INDETERMINATE)) {
            VerdictText text = VerdictText.of(
                    several(
                            report(verdict, true, CertificateKind.CITIZEN, true, Reason.PRACTICE),
                            report(Verdict.VALID, false, CertificateKind.CITIZEN, true)),
                    language);
            assertThat(text.headline())
                    .isIn(
                            "Amb alguna signatura de pràctiques (2 signatures)",
                            "Con alguna firma de prácticas (2 firmas)",
                            "With practice signatures (2 signatures)",
                            "No es pot assegurar: amb alguna signatura de pràctiques (2 signatures)",
                            "No se puede asegurar: con alguna firma de prácticas (2 firmas)",
                            "Cannot be confirmed: with practice signatures (2 signatures)");
            assertThat(text.headline().contains(": ")).isEqualTo(verdict == Verdict.INDETERMINATE);
            assertThat(text.notes()).anyMatch(note -> note.matches("(Alguna|Some of) .*"));
            assertThat(text.signatures())
                    .as("said once, behind all")
                    .allSatisfy(each -> assertThat(each.notes()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoWordsOfItsOwnIsNamedAsTheEngineNamesIt(Language language) {
        ValidationReport report = report(Verdict.INDETERMINATE, false, CertificateKind.CITIZEN, true, Reason.OTHER);
        assertThat(VerdictText.of(report, language).reasons().getFirst()).endsWith(": TOTAL_PASSED, SUB.");
    }

    @ParameterizedTest
    @EnumSource
    void changedIsSaidFirst(Language language) {
        ValidationReport report = report(
                Verdict.INVALID,
                false,
                CertificateKind.SEAL,
                true,
                Reason.CHANGED_AFTER_SIGNING,
                Reason.ISSUER_UNKNOWN);
        assertThat(VerdictText.of(report, language).headline())
                .isIn("Modificat després de signar", "Modificado después de firmar", "Changed after signing");
        assertThat(VerdictText.summary(report, language)).doesNotContain("Maria Prova");
    }

    /** Whether the document changed or is another one: of one that lies apart nobody can tell. */
    @ParameterizedTest
    @EnumSource
    void anotherDocumentIsNotCalledAChangedOne(Language language) {
        ValidationReport report = report(
                Verdict.INVALID, false, CertificateKind.SEAL, true, Reason.OTHER_ORIGINAL, Reason.ISSUER_UNKNOWN);
        assertThat(VerdictText.of(report, language).headline())
                .isIn(
                        "No és una signatura d’aquest document",
                        "No es una firma de este documento",
                        "Not a signature of this document");
        assertThat(VerdictText.summary(report, language)).doesNotContain("Maria Prova");
        ValidationReport changed = report(
                Verdict.INVALID,
                false,
                CertificateKind.SEAL,
                true,
                Reason.OTHER_ORIGINAL,
                Reason.CHANGED_AFTER_SIGNING);
        assertThat(VerdictText.of(changed, language).headline())
                .isIn("Modificat després de signar", "Modificado después de firmar", "Changed after signing");
    }

    /** Anybody can add one over something else to a file of signatures. */
    @ParameterizedTest
    @EnumSource
    void whatIsSignedByOneIsNotCalledAnotherDocument(Language language) {
        SignatureReport other = report(Verdict.INVALID, false, CertificateKind.SEAL, true, Reason.OTHER_ORIGINAL)
                .signatures()
                .getFirst();
        SignatureReport good = report(Verdict.VALID, false, CertificateKind.SEAL, true)
                .signatures()
                .getFirst();
        assertThat(headline(language, other, other))
                .startsWith(headline(language, other))
                .isNotEqualTo(headline(language, other));
        assertThat(headline(language, good, other))
                .doesNotContain(headline(language, other))
                .startsWith(
                        switch (language) {
                            case CA -> "Signatura no vàlida";
                            case ES -> "Firma no válida";
                            case EN -> "Signature not valid";
                        });
    }

    private static String headline(Language language, SignatureReport... signatures) {
        return VerdictText.of(
                        new ValidationReport(
                                Path.of("a.p7s"),
                                Verdict.INVALID,
                                Optional.of("TOTAL_FAILED"),
                                Optional.empty(),
                                true,
                                false,
                                false,
                                List.of(signatures)),
                        language)
                .headline();
    }

    @ParameterizedTest
    @EnumSource
    void everyCaseHasItsWords(Language language) {
        Reason[] real = Stream.of(Reason.values())
                .filter(reason -> reason != Reason.PRACTICE)
                .toArray(Reason[]::new);
        for (Verdict verdict : List.of(Verdict.VALID, Verdict.INVALID, Verdict.INDETERMINATE)) {
            for (CertificateKind kind : CertificateKind.values()) {
                for (boolean proven : new boolean[] {true, false}) {
                    ValidationReport report = report(verdict, false, kind, proven, real);
                    VerdictText text = VerdictText.of(report, language);
                    assertThat(text.reasons()).hasSameSizeAs(real).doesNotHaveDuplicates();
                    assertThat(text.toString()).doesNotContain("{", "!", "null");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void signatureWithoutReadableCertificateHasWords(Language language) {
        SignatureReport unknown = new SignatureReport(
                Optional.empty(),
                Optional.empty(),
                "PDF",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Verdict.INDETERMINATE,
                "INDETERMINATE",
                Optional.empty(),
                List.of(Reason.OTHER));
        ValidationReport report = new ValidationReport(
                Path.of("a.pdf"),
                Verdict.INDETERMINATE,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false,
                List.of(unknown));
        assertThat(VerdictText.summary(report, language)).doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void unsignedIsNotCalledInvalid(Language language) {
        ValidationReport report = new ValidationReport(
                Path.of("a.pdf"), Verdict.UNSIGNED, Optional.empty(), Optional.empty(), false, false, false, List.of());
        VerdictText text = VerdictText.of(report, language);
        assertThat(text.headline()).isIn("Sense signatura", "Sin firma", "Not signed");
        assertThat(text.reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void formatAndLevelAreNamed(Language language) {
        VerdictText text = VerdictText.of(report(Verdict.VALID, false, CertificateKind.CITIZEN, true), language);
        assertThat(text.sentences())
                .containsAnyOf("Format: PAdES, nivell B.", "Formato: PAdES, nivel B.", "Format: PAdES, level B.");
    }

    @ParameterizedTest
    @EnumSource
    void whoseClockIsNamedIsTheOneThatToldTheDate(Language language) {
        Instant stamped = SIGNED.plus(Duration.ofDays(40));
        for (Verdict verdict : List.of(Verdict.VALID, Verdict.INDETERMINATE)) {
            for (CertificateKind kind : CertificateKind.values()) {
                ValidationReport report = stamped(report(verdict, false, kind, false), stamped);
                String sentence = VerdictText.of(report, language).sentences().getFirst();
                assertThat(sentence).contains(language.date(stamped)).doesNotContain(language.date(SIGNED));
                assertThat(sentence).doesNotContain("ordinador", "ordenador", "computer", "{");
                assertThat(sentence).containsAnyOf("segell de temps", "sello de tiempo", "time-stamp");
            }
        }
    }

    @Test
    void namesManySignersInOneSentence() {
        SignatureReport one = report(Verdict.VALID, false, CertificateKind.PUBLIC_EMPLOYEE, true)
                .signatures()
                .getFirst();
        ValidationReport report = new ValidationReport(
                Path.of("a.pdf"),
                Verdict.VALID,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false,
                Collections.nCopies(3, one));
        assertThat(VerdictText.of(report, Language.EN).sentences())
                .containsExactly(
                        "Signed by Maria Prova, Maria Prova, Maria Prova.", "The document has not changed since.");
    }

    /** The same where practice means are believed. */
    private static ValidationReport trusting(ValidationReport report) {
        return with(report, true, report.signatures());
    }

    private static ValidationReport with(
            ValidationReport report, boolean practiceTrusted, List<SignatureReport> signatures) {
        return new ValidationReport(
                report.input(),
                report.verdict(),
                report.indication(),
                report.subIndication(),
                report.coversWholeDocument(),
                report.practice(),
                practiceTrusted,
                signatures);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheListsCallItQualified(Language language) {
        String word = switch (language) {
            case CA -> "qualifica";
            case ES -> "cualifica";
            case EN -> "qualified";
        };
        ValidationReport plain = report(Verdict.VALID, false, CertificateKind.PUBLIC_EMPLOYEE, true);
        for (Qualification each : Qualification.values()) {
            boolean lawful = each == Qualification.QUALIFIED_SIGNATURE || each == Qualification.QUALIFIED_SEAL;
            assertThat(VerdictText.summary(qualified(plain, each, Verdict.VALID), language)
                            .contains(word))
                    .as(each.word())
                    .isEqualTo(lawful);
            assertThat(VerdictText.summary(qualified(plain, each, Verdict.INDETERMINATE), language))
                    .doesNotContain(word);
        }
        assertThat(VerdictText.summary(plain, language)).doesNotContain(word);
    }

    @Test
    void theTimeOfSigningIsNamedOnlyWhereItIsProven() {
        for (boolean timed : List.of(true, false)) {
            ValidationReport plain = report(Verdict.VALID, false, CertificateKind.PUBLIC_EMPLOYEE, timed);
            assertThat(VerdictText.summary(
                                    qualified(plain, Qualification.QUALIFIED_SIGNATURE, Verdict.VALID), Language.EN)
                            .contains("lists at the time of signing"))
                    .isEqualTo(timed);
        }
    }

    private static ValidationReport qualified(ValidationReport report, Qualification qualification, Verdict verdict) {
        SignatureReport only = report.signatures().getFirst();
        return new ValidationReport(
                report.input(),
                verdict,
                report.indication(),
                report.subIndication(),
                true,
                false,
                false,
                List.of(new SignatureReport(
                        only.signer(),
                        only.certificateSha256(),
                        only.format(),
                        only.level(),
                        only.signedAt(),
                        only.timestamped(),
                        Optional.of(qualification),
                        false,
                        verdict,
                        only.indication(),
                        only.subIndication(),
                        only.reasons())));
    }

    /** The same with a time-stamp that nobody believes. */
    private static ValidationReport stamped(ValidationReport report, Instant time) {
        SignatureReport only = report.signatures().getFirst();
        SignatureDetail detail = new SignatureDetail(
                only.signedAt(),
                Optional.empty(),
                List.of(),
                List.of(new TimestampDetail(time, Optional.empty(), Standing.UNTRUSTED, false)),
                ClaimDetail.NONE);
        SignatureReport stamped = new SignatureReport(
                only.signer(),
                only.certificateSha256(),
                only.format(),
                only.level(),
                only.signedAt(),
                only.timestamped(),
                only.qualified(),
                only.timestampQualified(),
                only.verdict(),
                only.indication(),
                only.subIndication(),
                only.reasons(),
                detail);
        return with(report, report.practiceTrusted(), List.of(stamped));
    }

    /** The same signed a day later. */
    private static ValidationReport later(ValidationReport report) {
        SignatureReport only = report.signatures().getFirst();
        SignatureReport later = new SignatureReport(
                only.signer(),
                only.certificateSha256(),
                only.format(),
                only.level(),
                only.signedAt().map(time -> time.plus(Duration.ofDays(1))),
                only.timestamped(),
                only.qualified(),
                only.timestampQualified(),
                only.verdict(),
                only.indication(),
                only.subIndication(),
                only.reasons());
        return with(report, report.practiceTrusted(), List.of(later));
    }

    /** One document with all their signatures; the worst decides. */
    private static ValidationReport several(ValidationReport... alone) {
        List<ValidationReport> all = List.of(alone);
        List<Verdict> worstFirst = List.of(Verdict.INVALID, Verdict.INDETERMINATE, Verdict.VALID);
        return new ValidationReport(
                Path.of("a.pdf"),
                worstFirst.stream()
                        .filter(verdict -> all.stream().anyMatch(each -> each.verdict() == verdict))
                        .findFirst()
                        .orElseThrow(),
                Optional.of("TOTAL_PASSED"),
                Optional.empty(),
                true,
                all.stream().anyMatch(ValidationReport::practice),
                all.stream().anyMatch(ValidationReport::practiceTrusted),
                all.stream().flatMap(each -> each.signatures().stream()).toList());
    }

    private static ValidationReport report(
            Verdict verdict, boolean practice, CertificateKind kind, boolean proven, Reason... reasons) {
        CertificateFacts facts = new CertificateFacts(
                "00",
                kind,
                Optional.empty(),
                CertificatePurpose.SIGNATURE,
                new CertificateHolder(
                        "Maria Prova",
                        kind == CertificateKind.CITIZEN ? Optional.empty() : Optional.of("Ajuntament de Prova"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                QualifiedClaims.NONE,
                "CA",
                SIGNED,
                SIGNED,
                false);
        SignatureReport signature = new SignatureReport(
                Optional.of(facts),
                Optional.of("00"),
                "PAdES",
                Optional.of("B"),
                Optional.of(SIGNED),
                proven,
                Optional.empty(),
                false,
                verdict,
                "TOTAL_PASSED",
                Optional.of("SUB"),
                List.of(reasons));
        return new ValidationReport(
                Path.of("a.pdf"),
                verdict,
                Optional.of("TOTAL_PASSED"),
                Optional.empty(),
                true,
                practice,
                practice && verdict == Verdict.VALID,
                List.of(signature));
    }
}
