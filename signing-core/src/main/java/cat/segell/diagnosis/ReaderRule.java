// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.Holds;
import cat.segell.diagnosis.Fact.ReaderSeen;
import cat.segell.diagnosis.Fact.ReaderService;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardMute;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.ReaderNone;
import cat.segell.problem.ReaderProblem.ReaderUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is a card in a reader that can be asked. */
final class ReaderRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        List<ReaderService> services = facts.of(ReaderService.class);
        if (services.isEmpty()) {
            return List.of();
        }
        List<Problem> obstacles = services.stream()
                .flatMap(service -> service.obstacle().stream())
                .toList();
        return (obstacles.isEmpty() ? among(facts.of(ReaderSeen.class)) : obstacles.stream())
                .map(problem -> new Finding(facts.barred(), problem))
                .toList();
    }

    private static Stream<Problem> among(List<ReaderSeen> readers) {
        if (readers.isEmpty()) {
            return Stream.of(new ReaderNone());
        }
        boolean allEmpty = readers.stream().allMatch(reader -> reader.holds() == Holds.NOTHING);
        return allEmpty ? Stream.of(new CardNone()) : readers.stream().flatMap(reader -> problem(reader).stream());
    }

    private static Optional<Problem> problem(ReaderSeen reader) {
        return switch (reader.holds()) {
            case MUTE -> Optional.of(new CardMute(reader.name()));
            case UNTOLD -> Optional.of(new ReaderUnavailable(reader.name()));
            case NOTHING, CARD -> Optional.empty();
        };
    }
}
