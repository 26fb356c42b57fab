// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.text.Excerpt;
import cat.segell.text.Showable;
import cat.segell.validation.detail.ClaimDetail;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlCommitmentTypeIndication;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignerRole;
import eu.europa.esig.dss.enumerations.CommitmentTypeEnum;
import eu.europa.esig.dss.enumerations.SignaturePolicyType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a signer says beside the signature, as DSS reads it. */
record SignerClaimFacts(SignatureWrapper signature) {

    /** Of a list: a document must not bury its verdict. */
    private static final int MOST = 5;

    private static final String URN = "^urn:oid:";

    /** What the engine calls a policy that nobody named. */
    private static final String IMPLIED = SignaturePolicyType.IMPLICIT_POLICY.name();

    ClaimDetail detail() {
        boolean pdf = signature.getPDFRevision() != null;
        Optional<String> reason = pdf ? text(signature.getReason()) : Optional.empty();
        Optional<String> location = pdf ? text(signature.getLocation()) : place();
        Optional<String> policy = text(signature.getPolicyId())
                .filter(named -> !named.equals(IMPLIED))
                .map(named -> named.replaceFirst(URN, ""));
        Optional<String> field = pdf ? text(signature.getFirstFieldName()) : Optional.empty();
        return new ClaimDetail(
                reason.map(Showable::brief),
                location.map(Showable::brief),
                texts(signature.getClaimedRoles().stream().map(XmlSignerRole::getRole)),
                texts(signature.getCommitmentTypeIndications().stream()
                        .map(XmlCommitmentTypeIndication::getIdentifier)
                        .map(SignerClaimFacts::commitment)),
                policy.map(Showable::brief),
                field.map(Showable::brief),
                // Of a PDF the catalog tells, not the signature.
                Optional.empty(),
                Stream.of(reason, location, policy, field)
                        .flatMap(Optional::stream)
                        .anyMatch(said -> !Showable.brief(said).equals(said)));
    }

    /** Not the whole address: whoever signs for an office says its town. */
    private Optional<String> place() {
        return text(Stream.of(signature.getCity(), signature.getCountryName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
    }

    private static String commitment(String identifier) {
        String bare = identifier.replaceFirst(URN, "");
        return Arrays.stream(CommitmentTypeEnum.values())
                .filter(known -> known.getOid().equals(bare) || known.getUri().equals(bare))
                .map(known -> known.name().replaceFirst("^ProofOf", "").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(bare);
    }

    private static Excerpt texts(Stream<@Nullable String> said) {
        return Excerpt.of(said.flatMap(each -> text(each).stream()), MOST);
    }

    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said).map(String::strip).filter(words -> !words.isEmpty());
    }
}
