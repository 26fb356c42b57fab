// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionsApart;
import java.util.Optional;

/**
 * What a signer says beside the signature, and signs.
 *
 * @param reason in words, which PDF alone has
 * @param location where it is signed
 * @param role in which somebody signs, as they claim it
 * @param commitment what the signature stands for
 * @param policy under which it is made
 * @param certification what may be changed later, which the first signer of a PDF alone can say
 */
public record SignerClaims(
        Optional<String> reason,
        Optional<String> location,
        Optional<String> role,
        Optional<Commitment> commitment,
        Optional<SigningPolicy> policy,
        Optional<Certification> certification) {

    public static final SignerClaims NONE = new SignerClaims(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws ProblemException {@code OPTIONS-APART} where signatures of this form can't say such a thing */
    public void guard(SignatureForm form) throws ProblemException {
        guardPdf(reason.isPresent(), "--reason", form);
        guardPdf(certification.isPresent(), "--certify", form);
        // EN 319 142-1 table 1: the one stands for the other.
        if (reason.isPresent() && commitment.isPresent()) {
            throw new ProblemException(new OptionsApart("--reason", "--commitment"));
        }
        // EN 319 142-1 table 1: the policy says what signatures under it stand for.
        if (reason.isPresent() && policy.isPresent()) {
            throw new ProblemException(new OptionsApart("--reason", "--signature-policy"));
        }
    }

    /** Whether only a PDF can say it. */
    public boolean needPdf() {
        return reason.isPresent() || certification.isPresent();
    }

    private static void guardPdf(boolean claimed, String option, SignatureForm form) throws ProblemException {
        if (claimed && form.format() != SignatureFormat.PADES) {
            throw new ProblemException(
                    new OptionsApart(option, "--format " + form.format().word()));
        }
    }
}
