// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.credential.Token;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PinTriesLow;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a token holds anything, and would take its PIN. */
final class TokenRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        return facts.of(TokenSeen.class).stream()
                .flatMap(seen ->
                        Stream.of(pin(seen, facts.barred(seen.practice())), tries(seen.token()), content(seen, facts)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> pin(TokenSeen seen, Severity barred) {
        Token token = seen.token();
        String label = token.label();
        PinRoutes routes = seen.routes();
        return switch (token.pin()) {
            case LOCKED -> Optional.of(finding(barred, token.locked(), routes));
            case PUK_LOCKED -> Optional.of(finding(barred, new PukLocked(label), routes));
            // Of a token that holds nothing that alone is said.
            case NOT_SET ->
                seen.empty() ? Optional.empty() : Optional.of(finding(barred, new PinNotSet(label), routes));
            case TO_BE_CHANGED -> Optional.of(finding(barred, new PinToBeChanged(label), routes));
            case NOT_NEEDED, READY -> Optional.empty();
        };
    }

    private static Finding finding(Severity severity, Problem problem, PinRoutes routes) {
        return new Finding(severity, problem, routes.after(problem));
    }

    /** Of a PIN that must be changed they count as well: it is entered to change it. */
    private static Optional<Finding> tries(Token token) {
        return switch (token.triesInDanger()) {
            case ENOUGH -> Optional.empty();
            case FEW ->
                Optional.of(new Finding(
                        Severity.WARNING,
                        new PinTriesLow(token.label(), token.tries().number())));
            case LAST -> Optional.of(new Finding(Severity.WARNING, token.finalTry()));
        };
    }

    private static Optional<Finding> content(TokenSeen seen, Facts facts) {
        return seen.empty()
                ? Optional.of(new Finding(
                        facts.barred(seen.practice()),
                        new TokenEmpty(seen.token().label())))
                : Optional.empty();
    }
}
