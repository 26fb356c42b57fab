// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import java.util.List;
import java.util.Optional;

/** Whether a signature is time-stamped, and what it means that it can't be: one place for all formats. */
final class Stamping {

    /** A time-stamp, or why there is none although one was wanted. */
    record Stamp(Optional<byte[]> token, Optional<Problem> missed) {
        static final Stamp NOT_WANTED = new Stamp(Optional.empty(), Optional.empty());

        SignatureLevel reached() {
            return token.isPresent() ? SignatureLevel.T : SignatureLevel.B;
        }
    }

    /** Absent where only level B is wanted. */
    private final Optional<TimestampAuthority> authority;

    /**
     * For one batch: it remembers which authority didn't answer.
     *
     * @param authorities in the order in which they are asked; may be empty where only level B is wanted
     */
    Stamping(List<? extends TimestampAuthority> authorities) {
        authority = authorities.isEmpty() ? Optional.empty() : Optional.of(new TimestampFallback(authorities));
    }

    /** At which a signature is made; to higher ones it is raised. */
    static SignatureLevel madeAt(SignatureLevel wanted) {
        return wanted.holdsEvidence() ? SignatureLevel.T : wanted;
    }

    /** @throws ProblemException {@code TSA-NONE}: before anything is prepared */
    void guard(SignatureLevel level) throws ProblemException {
        switch (level) {
            case B -> {}
            case T, LT, LTA -> {
                if (authority.isEmpty()) {
                    throw new ProblemException(new TsaNone());
                }
            }
        }
    }

    /**
     * @param imprint of what the format stamps: the signature value (EN 319 122-1 §5.3) or its like
     * @throws ProblemException where the profile demands its level and nobody stamps
     */
    Stamp stamp(Digest imprint, SignatureProfile profile) throws ProblemException {
        if (profile.level() == SignatureLevel.B) {
            return Stamp.NOT_WANTED;
        }
        try {
            return new Stamp(Optional.of(authority.orElseThrow().token(imprint)), Optional.empty());
        } catch (ProblemException e) {
            if (profile.levelRequired()) {
                throw e;
            }
            return new Stamp(Optional.empty(), Optional.of(e.problem()));
        }
    }
}
