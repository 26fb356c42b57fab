// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.Stamping.Stamp;
import eu.europa.esig.dss.model.TimestampBinary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DSS asks for while it completes a document, in formats where DSS alone knows what is stamped, and what became of it.
 * Without an answer DSS gives up, and the same signature value completes the document at level B.
 */
final class StampQuestion {

    private final Stamping stamping;
    private final SignatureProfile profile;
    private @Nullable Stamp answer;
    private @Nullable ProblemException refusal;

    StampQuestion(Stamping stamping, SignatureProfile profile) {
        this.stamping = stamping;
        this.profile = profile;
    }

    /** Ends the completion that can't go on. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param imprint SHA-256 */
    TimestampBinary ask(byte[] imprint) {
        try {
            Stamp stamp = stamping.stamp(new Digest(DigestAlgorithm.SHA256, imprint), profile);
            answer = stamp;
            return new TimestampBinary(stamp.token().orElseThrow(Unanswered::new));
        } catch (ProblemException e) {
            refusal = e;
            throw new Unanswered();
        }
    }

    /** Empty where DSS never asked, or failed at something else. */
    Optional<Stamp> answer() throws ProblemException {
        if (refusal != null) {
            throw refusal;
        }
        return Optional.ofNullable(answer);
    }
}
