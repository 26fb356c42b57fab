// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.network.HttpQuestion;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was fetched a short while ago, and what could not be. Whoever uses it looks at its dates anyway. */
final class FetchedAnswers {

    static final Duration ANSWER = Duration.ofMinutes(5);
    static final Duration SILENCE = Duration.ofMinutes(1);

    /** In bytes, of all that is kept. */
    static final int ROOM = 32 * 1024 * 1024;

    private record Asked(URI address, ByteBuffer sent) {}

    private record Told(byte[] content, Optional<Problem> problem, Instant until) {}

    private final InstantSource clock;
    private final Map<Asked, Told> told = new LinkedHashMap<>();
    private int held;

    FetchedAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws ProblemException as {@link Questions#ask}, now or a short while ago */
    synchronized byte[] get(HttpQuestion question, Questions questions) throws ProblemException {
        Asked asked = new Asked(
                question.address(),
                ByteBuffer.wrap(question.body().map(HttpQuestion.Body::content).orElse(new byte[0])));
        Told before = told.get(asked);
        if (before == null || !clock.instant().isBefore(before.until())) {
            before = ask(question, questions);
            keep(asked, before);
        }
        if (before.problem().isPresent()) {
            throw new ProblemException(before.problem().get());
        }
        return before.content().clone();
    }

    private Told ask(HttpQuestion question, Questions questions) {
        try {
            byte[] content = questions.ask(question);
            return new Told(content, Optional.empty(), clock.instant().plus(ANSWER));
        } catch (ProblemException e) {
            return new Told(
                    new byte[0], Optional.of(e.problem()), clock.instant().plus(SILENCE));
        }
    }

    private void keep(Asked asked, Told now) {
        Told before = told.remove(asked);
        held += now.content().length - (before == null ? 0 : before.content().length);
        told.put(asked, now);
        var oldest = told.entrySet().iterator();
        while (held > ROOM && told.size() > 1) {
            held -= oldest.next().getValue().content().length;
            oldest.remove();
        }
    }
}
