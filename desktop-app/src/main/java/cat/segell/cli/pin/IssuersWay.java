// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Wiring;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a card's PIN can't be given here, its issuer gives: where exactly, for just this card.
 *
 * @param choice which card was meant, and perhaps through which driver
 */
record IssuersWay(Wiring wiring, TokenChoice choice, Out out) {

    private static final Logger LOG = LoggerFactory.getLogger(IssuersWay.class);

    /**
     * Tells the problem, and the way after it.
     *
     * @return exit status
     * @throws ProblemException the same, where no issuer's way leads on
     */
    int instead(ProblemException failure) throws ProblemException {
        Problem problem = failure.problem();
        List<String> advice = advice(problem);
        if (advice.isEmpty()) {
            throw failure;
        }
        // The advice is the catalogue's: it names no person and no card.
        LOG.info("{}, advised: {}", ProblemTrace.of(failure), advice);
        out.document(Map.of("problem", out.facts(problem, advice)));
        out.note(out.words(problem, advice));
        return ExitStatus.of(problem);
    }

    private List<String> advice(Problem problem) {
        if (problem instanceof PinChangeUnsupported(String token)) {
            return ways(token, problem);
        }
        if (problem instanceof UnblockUnsupported(String token)) {
            return ways(token, problem);
        }
        if (problem instanceof TokenLocked(String token, boolean _)) {
            return ways(token, problem);
        }
        if (problem instanceof PukLocked(String token)) {
            return ways(token, problem);
        }
        return problem instanceof PinNotSet(String token) ? ways(token, problem) : List.of();
    }

    private List<String> ways(String label, Problem problem) {
        return wiring.cards().seen(choice.key().flatMap(Pkcs11Uri::modulePath), out.language()).stream()
                .filter(seen -> seen.token().label().equals(label))
                .flatMap(seen -> seen.routes().after(problem).stream())
                .distinct()
                .toList();
    }
}
