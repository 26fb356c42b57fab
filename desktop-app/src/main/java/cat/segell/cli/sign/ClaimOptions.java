// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.certificate.Oid;
import cat.segell.cli.Label;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionAlone;
import cat.segell.problem.UsageProblem.SignaturePolicyUnknown;
import cat.segell.signature.Certification;
import cat.segell.signature.Commitment;
import cat.segell.signature.KnownPolicies;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.SigningPolicy;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a signer says beside the signature. */
final class ClaimOptions {

    @Option(names = "--reason", paramLabel = Label.TEXT, descriptionKey = "reason")
    private @Nullable String reason;

    @Option(names = "--location", paramLabel = Label.TEXT, descriptionKey = "location")
    private @Nullable String location;

    @Option(names = "--role", paramLabel = Label.TEXT, descriptionKey = "role")
    private @Nullable String role;

    @Option(
            names = "--commitment",
            paramLabel = "origin|receipt|delivery|sender|approval|creation",
            descriptionKey = "commitment",
            converter = CommitmentWord.class)
    private @Nullable Commitment commitment;

    @Option(
            names = "--signature-policy",
            paramLabel = "OID",
            descriptionKey = "signaturePolicy",
            converter = PolicyOid.class)
    private @Nullable String policy;

    @Option(
            names = "--policy-hash",
            paramLabel = "SHA256:HEX",
            descriptionKey = "policyHash",
            converter = PolicyHash.class)
    private SigningPolicy.@Nullable Hash policyHash;

    @Option(names = "--policy-url", paramLabel = "URL", descriptionKey = "policyUrl")
    private @Nullable URI policyUrl;

    @Option(
            names = "--certify",
            paramLabel = "nothing|forms|notes",
            descriptionKey = "certify",
            converter = CertificationWord.class)
    private @Nullable Certification certification;

    static final class CertificationWord implements ITypeConverter<Certification> {
        @Override
        public Certification convert(String word) {
            return Certification.of(word).orElseThrow(() -> new TypeConversionException(word));
        }
    }

    static final class CommitmentWord implements ITypeConverter<Commitment> {
        @Override
        public Commitment convert(String word) {
            return Commitment.of(word).orElseThrow(() -> new TypeConversionException(word));
        }
    }

    static final class PolicyOid implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            if (!Oid.is(word)) {
                throw new TypeConversionException(word);
            }
            return word;
        }
    }

    static final class PolicyHash implements ITypeConverter<SigningPolicy.Hash> {
        @Override
        public SigningPolicy.Hash convert(String word) {
            return SigningPolicy.Hash.of(word).orElseThrow(() -> new TypeConversionException(word));
        }
    }

    SignerClaims claims() throws ProblemException {
        return new SignerClaims(
                Optional.ofNullable(reason),
                Optional.ofNullable(location),
                Optional.ofNullable(role),
                Optional.ofNullable(commitment),
                policy(),
                Optional.ofNullable(certification));
    }

    /** What is given counts; of known ones it needn't be. */
    private Optional<SigningPolicy> policy() throws ProblemException {
        if (policyHash != null || policyUrl != null) {
            return Optional.of(new SigningPolicy(
                    needed(policy, "--policy-hash", "--signature-policy"),
                    needed(policyHash, "--policy-url", "--policy-hash"),
                    needed(policyUrl, "--policy-hash", "--policy-url")));
        }
        String oid = policy;
        if (oid == null) {
            return Optional.empty();
        }
        return Optional.of(
                KnownPolicies.of(oid).orElseThrow(() -> new ProblemException(new SignaturePolicyUnknown(oid))));
    }

    private static <T> T needed(@Nullable T value, String given, String option) throws ProblemException {
        if (value == null) {
            throw new ProblemException(new OptionAlone(given, option));
        }
        return value;
    }
}
