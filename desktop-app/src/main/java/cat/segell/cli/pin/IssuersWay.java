// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Wiring;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a card's PIN can't be given here, its issuer gives: where exactly, for just this card. */
record IssuersWay(Wiring wiring, Out out) {

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
        Map<String, Object> facts = new LinkedHashMap<>(out.facts(problem));
        facts.put("advice", advice);
        out.document(Map.of("problem", facts));
        out.problem(problem);
        advice.forEach(each -> out.note(out.wrapped("  ", each)));
        return ExitStatus.of(problem);
    }

    private List<String> advice(Problem problem) {
        if (problem instanceof PinChangeUnsupported(String token)) {
            return ways(token, TokenSeen::changingPin);
        }
        if (problem instanceof UnblockUnsupported(String token)) {
            return ways(token, TokenSeen::unblocking);
        }
        return problem instanceof PukLocked(String token) ? ways(token, TokenSeen::unblocking) : List.of();
    }

    private List<String> ways(String label, Function<TokenSeen, List<String>> way) {
        return wiring.tokens(out.language()).stream()
                .filter(seen -> seen.token().label().equals(label))
                .flatMap(seen -> way.apply(seen).stream())
                .distinct()
                .toList();
    }
}
