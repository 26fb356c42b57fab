// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.validation.Qualification;
import cat.segell.validation.detail.SignatureDetail;
import cat.segell.validation.detail.TimestampDetail;
import cat.segell.validation.detail.TimestampDetail.Standing;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampQualification;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What DSS's reports say of one signature, as they say it. */
record SignatureFacts(Reports reports, SignatureWrapper signature) {

    private static final String BASELINE = "_BASELINE_";

    private static final List<String> FAMILIES = List.of("PAdES", "XAdES", "CAdES", "JAdES", "XML", "CMS", "JSON");

    /** Whether any certificate of the signature or its time-stamps was made by practice means. */
    boolean practiceMeans() {
        return certificates().anyMatch(ChainFacts::isPractice);
    }

    /** Whether an answer on any of them is of one who may not give it: {@link ResponderRule}. */
    boolean answeredByOthers() {
        return certificates().anyMatch(certificate -> !ResponderRule.holds(certificate));
    }

    /** The signer's, those of its time-stamps, and their issuers'. */
    private Stream<CertificateWrapper> certificates() {
        return Stream.concat(
                signature.getCertificateChain().stream(),
                signature.getTimestampList().stream().flatMap(stamp -> stamp.getCertificateChain().stream()));
    }

    Indication indication() {
        return reports.getSimpleReport().getIndication(signature.getId());
    }

    @Nullable
    SubIndication subIndication() {
        return reports.getSimpleReport().getSubIndication(signature.getId());
    }

    boolean revocationMissing() {
        return ChainFacts.revocationMissing(signature.getCertificateChain(), subIndication());
    }

    /** DSS says "out of bounds" for both ends. */
    boolean outOfBoundsBefore() {
        CertificateWrapper certificate = signature.getSigningCertificate();
        return subIndication() == SubIndication.OUT_OF_BOUNDS_NO_POE
                && certificate != null
                && certificate
                        .getNotBefore()
                        .toInstant()
                        .isAfter(reports.getSimpleReport().getValidationTime().toInstant());
    }

    /**
     * Of a counter-signature: whether the value of the signature in which it stands is among what it signs. In CMS nothing
     * else can be (RFC 5652 §11.4).
     */
    boolean signsParent() {
        boolean cms = format().equals("CAdES") || format().equals("CMS");
        return signature.getDigestMatchers().stream()
                .map(XmlDigestMatcher::getType)
                .anyMatch(type -> type == DigestMatcherType.COUNTER_SIGNED_SIGNATURE_VALUE
                        || type == DigestMatcherType.COUNTER_SIGNATURE
                        || (cms && type == DigestMatcherType.MESSAGE_DIGEST));
    }

    static boolean fits(XmlDigestMatcher matcher) {
        return matcher.isDataFound() && matcher.isDataIntact();
    }

    /** RFC 5652 §5.4: without signed attributes, the value is of the content itself. */
    boolean unbound() {
        return signature.getDigestMatchers().stream()
                .anyMatch(matcher -> matcher.getType() == DigestMatcherType.CONTENT_DIGEST);
    }

    /** Of a signature with its document apart: whether it fits but for that document, as far as that can be told. */
    boolean onlyDocumentDiffers() {
        List<XmlDigestMatcher> differing = signature.getDigestMatchers().stream()
                .filter(matcher -> !fits(matcher))
                .toList();
        // Then the value is of the document too, and nothing tells which of them is another one.
        boolean value = unbound() && signature.getSigningCertificate() != null && !signature.isSignatureIntact();
        return differing.isEmpty()
                ? value
                : !ofAnyDocument() && differing.stream().allMatch(SignatureFacts::ofDocument);
    }

    /** Of a signature over several documents, only one of which is here: whether that one fits, and others are missing. */
    boolean othersMissing() {
        List<XmlDigestMatcher> differing = signature.getDigestMatchers().stream()
                .filter(matcher -> !fits(matcher))
                .toList();
        return !differing.isEmpty()
                && ofAnyDocument()
                && differing.stream().allMatch(matcher -> ofDocument(matcher) && !matcher.isDataFound());
    }

    /** Whether the document that was given is one of those that it signs. */
    private boolean ofAnyDocument() {
        // JSON's own input fits whatever lies apart, where that is signed by its digest.
        return signature.getDigestMatchers().stream()
                .anyMatch(matcher -> fits(matcher)
                        && ofDocument(matcher)
                        && matcher.getType() != DigestMatcherType.JWS_SIGNING_INPUT_DIGEST);
    }

    private static boolean ofDocument(XmlDigestMatcher matcher) {
        return switch (matcher.getType()) {
            case MESSAGE_DIGEST, CONTENT_DIGEST, SIG_D_ENTRY, JWS_SIGNING_INPUT_DIGEST -> true;
            case REFERENCE ->
                matcher.getUri() == null
                        || !(matcher.getUri().isEmpty() || matcher.getUri().startsWith("#"));
            case null, default -> false;
        };
    }

    boolean practiceSigner() {
        return signature.getCertificateChain().stream().anyMatch(ChainFacts::isPractice);
    }

    Optional<CertificateFacts> signer() {
        return Certificates.of(signature.getSigningCertificate()).map(CertificateReader::read);
    }

    /** The family, as people write it; that of the bare container where it isn't of ETSI's. */
    String format() {
        SignatureLevel level = signature.getSignatureFormat();
        String name = level == null ? "" : level.name();
        return FAMILIES.stream()
                .filter(family -> name.startsWith(family + "_"))
                .findFirst()
                .orElse("PDF");
    }

    Optional<String> level() {
        SignatureLevel level = signature.getSignatureFormat();
        if (level == null || !level.name().contains(BASELINE)) {
            return Optional.empty();
        }
        return Optional.of(level.name().substring(level.name().indexOf(BASELINE) + BASELINE.length()));
    }

    /** As the signer says it. */
    Optional<Instant> claimedTime() {
        return Optional.ofNullable(signature.getClaimedSigningTime()).map(Date::toInstant);
    }

    /** By the trusted lists, at the time of signing; nothing where they aren't sure, or don't know the certificate. */
    Optional<Qualification> qualification() {
        return switch (reports.getSimpleReport().getSignatureQualification(signature.getId())) {
            case QESIG -> Optional.of(Qualification.QUALIFIED_SIGNATURE);
            case QESEAL -> Optional.of(Qualification.QUALIFIED_SEAL);
            case ADESIG_QC -> Optional.of(Qualification.SIGNATURE_ON_QUALIFIED);
            case ADESEAL_QC -> Optional.of(Qualification.SEAL_ON_QUALIFIED);
            case ADESIG -> Optional.of(Qualification.SIGNATURE);
            case ADESEAL -> Optional.of(Qualification.SEAL);
            case null, default -> Optional.empty();
        };
    }

    /** For reports. */
    SignatureDetail detail() {
        return new SignatureDetail(
                claimedTime(),
                Optional.ofNullable(signature.getSignatureAlgorithm()).map(SignatureAlgorithm::getJCEId),
                signature.getCertificateChain().stream()
                        .flatMap(certificate -> ChainFacts.detail(certificate).stream())
                        .toList(),
                timestamps().stream().map(this::detail).toList(),
                new SignerClaimFacts(signature).detail());
    }

    private TimestampDetail detail(TimestampWrapper stamp) {
        return new TimestampDetail(
                stamp.getProductionTime().toInstant(),
                Certificates.of(stamp.getSigningCertificate())
                        .map(CertificateReader::read)
                        .map(CertificateFacts::holder),
                standing(stamp),
                isQualified(stamp));
    }

    /** Those that can say that the signature was there. */
    List<TimestampWrapper> timestamps() {
        return signature.getAllTimestampsProducedAfterSignatureCreation();
    }

    Standing standing(TimestampWrapper stamp) {
        if (!stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact() || !stamp.isSignatureIntact()) {
            return Standing.BROKEN;
        }
        Indication indication = reports.getDetailedReport().getBasicTimestampValidationIndication(stamp.getId());
        return indication == Indication.PASSED && stamp.isTrustedChain() ? Standing.PROVES : Standing.UNTRUSTED;
    }

    boolean isQualified(TimestampWrapper stamp) {
        return reports.getDetailedReport().getTimestampQualification(stamp.getId()) == TimestampQualification.QTSA;
    }
}
