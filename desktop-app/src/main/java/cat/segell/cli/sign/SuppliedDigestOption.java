// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.DigestFault;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.problem.UsageProblem.SuppliedDigestInvalid;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignerClaims;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A digest that stands for a document that isn't here, and what can't be asked for together with it. */
final class SuppliedDigestOption {

    static final String NAME = "--supplied-digest";

    private static final List<String> FUNCTIONS =
            Arrays.stream(DigestAlgorithm.values()).map(Enum::name).toList();

    @Option(names = NAME, paramLabel = "SHA256:HEX", descriptionKey = "suppliedDigest")
    private @Nullable String word;

    boolean given() {
        return word != null;
    }

    /** @throws ProblemException {@code SUPPLIED-DIGEST-INVALID} */
    Optional<Digest> digest() throws ProblemException {
        if (word == null) {
            return Optional.empty();
        }
        Optional<Digest> digest = Digest.of(word);
        if (digest.isEmpty()) {
            throw new ProblemException(new SuppliedDigestInvalid(fault(word), FUNCTIONS));
        }
        return digest;
    }

    private static DigestFault fault(String word) {
        int colon = word.indexOf(':');
        if (colon < 1) {
            return DigestFault.NAMELESS;
        }
        if (!FUNCTIONS.contains(word.substring(0, colon).toUpperCase(Locale.ROOT))) {
            return DigestFault.FUNCTION;
        }
        return word.substring(colon + 1).chars().allMatch(HexFormat::isHexDigit)
                ? DigestFault.LENGTH
                : DigestFault.DIGITS;
    }

    /** @throws ProblemException {@code OPTIONS-APART} */
    void guard(SignatureLevel level, SignerClaims said, Appearance shown) throws ProblemException {
        if (word == null) {
            return;
        }
        apart(shown.demanded(), shown.place().option());
        apart(said.reason().isPresent(), "--reason");
        apart(said.certification().isPresent(), "--certify");
        apart(level.holdsEvidence(), "--level " + level);
    }

    /** @throws ProblemException {@code OPTIONS-APART} where it is given */
    void apart(boolean asked, String option) throws ProblemException {
        if (word != null && asked) {
            throw new ProblemException(new OptionsApart(NAME, option));
        }
    }
}
