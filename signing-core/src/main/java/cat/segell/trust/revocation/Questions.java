// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.network.GuardedHttp;
import cat.segell.network.HttpAnswer;
import cat.segell.network.HttpQuestion;
import cat.segell.network.Unanswered;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationPrivate;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/** The questions of one check: together they take no longer than one person waits. */
final class Questions {

    private final GuardedHttp http;
    private final Duration each;
    private final Duration all;
    private final int most;
    private int asked;
    private OptionalLong end = OptionalLong.empty();

    /**
     * @param each how long one may take, so that another is left time
     * @param all how long they may take together, from the first one on
     * @param most how many there may be
     */
    Questions(GuardedHttp http, Duration each, Duration all, int most) {
        this.http = http;
        this.each = each;
        this.all = all;
        this.most = most;
    }

    /** @throws ProblemException a {@code RevocationProblem} */
    byte[] ask(HttpQuestion question) throws ProblemException {
        Duration left = left();
        asked++;
        if (!left.isPositive() || asked > most) {
            throw new ProblemException(new RevocationSilent(question.address()));
        }
        try {
            HttpAnswer answer = http.ask(question, left.compareTo(each) < 0 ? left : each);
            if (answer.status() != 200) {
                throw new ProblemException(new RevocationSilent(question.address()));
            }
            return answer.body();
        } catch (Unanswered e) {
            throw new ProblemException(problem(question.address(), e.why()), e);
        }
    }

    private Duration left() {
        long now = System.nanoTime();
        if (end.isEmpty()) {
            end = OptionalLong.of(now + all.toNanos());
        }
        return Duration.ofNanos(end.getAsLong() - now);
    }

    private static RevocationProblem problem(URI address, Unanswered.Why why) {
        return switch (why) {
            case SILENT, HOST_UNKNOWN -> new RevocationSilent(address);
            case PRIVATE -> new RevocationPrivate(address);
            case TOO_LARGE -> new RevocationDoubtful(address);
        };
    }
}
