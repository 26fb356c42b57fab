// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeTimestampAuthority;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import cat.segell.timestamp.TimestampHttp;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Time-stamp authorities by their addresses, each with its connections until this is closed. */
public final class TimestampWiring implements AutoCloseable {

    private record Named(URI address, boolean privateNetwork) {}

    private final PracticeAuthority practice;
    private final Map<Named, TimestampHttp> open = new HashMap<>();

    TimestampWiring(PracticeAuthority practice) {
        this.practice = practice;
    }

    /**
     * @param addresses asked in this order; {@code practice:} is the built-in authority
     * @param privateNetwork whether addresses may be loopback or private
     * @throws ProblemException {@code TSA-ADDRESS-INVALID}
     */
    public synchronized List<TimestampAuthority> of(List<String> addresses, boolean privateNetwork)
            throws ProblemException {
        List<TimestampAuthority> authorities = new ArrayList<>();
        for (String address : addresses) {
            authorities.add(
                    address.equals(Wiring.PRACTICE)
                            ? new PracticeTimestampAuthority(practice)
                            : http(new Named(TimestampHttp.address(address), privateNetwork)));
        }
        return authorities;
    }

    private TimestampHttp http(Named named) {
        return open.computeIfAbsent(named, each -> new TimestampHttp(each.address(), each.privateNetwork()));
    }

    /**
     * Asks once, before anybody is asked for a PIN: where level T is required, nothing is signed without it.
     *
     * @throws ProblemException {@code TSA-NONE}, or a {@code ServiceProblem}
     */
    public static void demand(List<TimestampAuthority> authorities) throws ProblemException {
        oneOf(authorities).token(DigestAlgorithm.SHA256.of(new byte[0]));
    }

    /**
     * The first that answers, for one run.
     *
     * @throws ProblemException {@code TSA-NONE}
     */
    public static TimestampAuthority oneOf(List<TimestampAuthority> authorities) throws ProblemException {
        if (authorities.isEmpty()) {
            throw new ProblemException(new TsaNone());
        }
        return new TimestampFallback(authorities);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(TimestampHttp::close);
        open.clear();
    }
}
