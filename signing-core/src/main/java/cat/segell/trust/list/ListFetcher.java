// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.network.GuardedHttp;
import cat.segell.network.HttpAddress;
import cat.segell.network.HttpAnswer;
import cat.segell.network.HttpQuestion;
import cat.segell.network.Unanswered;
import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListAddressRefused;
import cat.segell.problem.ListProblem.ListBroken;
import cat.segell.problem.ListProblem.ListPrivate;
import cat.segell.problem.ListProblem.ListTooLarge;
import cat.segell.problem.ListProblem.ListUnreachable;
import cat.segell.problem.ProblemException;
import cat.segell.xml.XmlStructure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches lists once each, for one update: within a size, a time each and in all, and a number. */
final class ListFetcher {

    /** The largest national list has a few megabytes. */
    static final int LARGEST = 16 << 20;

    static final Duration EACH = Duration.ofSeconds(45);

    static final Duration ALL = Duration.ofMinutes(5);

    /** Some thirty countries, and the pivots of some years. */
    static final int MOST = 100;

    /** Times that a country's list may be said to lie elsewhere. */
    private static final int REDIRECTS = 3;

    private static final String TYPE = "application/vnd.etsi.tsl+xml";

    private sealed interface Fetched {
        record Content(byte[] bytes) implements Fetched {}

        record Missed(ListProblem why) implements Fetched {}
    }

    private final GuardedHttp http;
    private final boolean privateNetwork;
    private final InstantSource clock;
    private final Instant end;
    private final Map<String, Fetched> fetched = new HashMap<>();

    /** @param privateNetwork whether they may be on this machine or in a private network, and then without https */
    ListFetcher(GuardedHttp http, boolean privateNetwork, InstantSource clock) {
        this.http = http;
        this.privateNetwork = privateNetwork;
        this.clock = clock;
        this.end = clock.instant().plus(ALL);
    }

    /** The list of lists and its pivots: from that one place, and where nobody can listen or change. */
    byte[] fetchAt(URI home, String address) throws ProblemException {
        URI uri = HttpAddress.of(address).orElseThrow(() -> refused(address));
        boolean secret = HttpAddress.isTls(uri) || privateNetwork;
        if (!secret || !home.getHost().equalsIgnoreCase(uri.getHost())) {
            throw refused(address);
        }
        return fetch(uri, 0);
    }

    /**
     * A country's: its address stands in a list of lists that was checked, and its signature is checked against that one. Where its
     * office has moved it, it is fetched from there.
     */
    byte[] fetch(String address) throws ProblemException {
        return fetch(HttpAddress.of(address).orElseThrow(() -> refused(address)), REDIRECTS);
    }

    /** Why the last attempt at this address failed, where it did. */
    synchronized Optional<ListProblem> missed(String address) {
        return fetched.get(address) instanceof Fetched.Missed(ListProblem why) ? Optional.of(why) : Optional.empty();
    }

    private synchronized ProblemException refused(String address) {
        fetched.put(address, new Fetched.Missed(new ListAddressRefused(address)));
        return new ProblemException(new ListAddressRefused(address));
    }

    private byte[] fetch(URI address, int redirects) throws ProblemException {
        Fetched result = once(address, redirects);
        return switch (result) {
            case Fetched.Content(byte[] bytes) -> bytes;
            case Fetched.Missed(ListProblem why) -> throw new ProblemException(why);
        };
    }

    private Fetched once(URI address, int redirects) {
        String key = address.toString();
        synchronized (this) {
            Fetched known = fetched.get(key);
            if (known != null) {
                return known;
            }
            if (fetched.size() >= MOST) {
                return new Fetched.Missed(new ListUnreachable(address));
            }
            fetched.put(key, new Fetched.Missed(new ListUnreachable(address)));
        }
        Fetched result = ask(address, redirects);
        synchronized (this) {
            fetched.put(key, result);
        }
        return result;
    }

    /** Followed as guarded as the first address, and never to where others can listen. */
    private Fetched ask(URI address, int redirects) {
        Duration left = Duration.between(clock.instant(), end);
        Duration limit = left.compareTo(EACH) < 0 ? left : EACH;
        if (!limit.isPositive()) {
            return new Fetched.Missed(new ListUnreachable(address));
        }
        try {
            HttpAnswer answer = http.ask(HttpQuestion.get(address, TYPE, LARGEST), limit);
            Optional<URI> elsewhere =
                    answer.elsewhere().filter(next -> HttpAddress.isTls(next) || !HttpAddress.isTls(address));
            if (redirects > 0 && elsewhere.isPresent()) {
                return ask(elsewhere.get(), redirects - 1);
            }
            if (answer.status() != 200) {
                return new Fetched.Missed(new ListUnreachable(address));
            }
            // DSS reads it next: what declares a document type never gets there.
            return XmlStructure.isPlain(answer.body())
                    ? new Fetched.Content(answer.body())
                    : new Fetched.Missed(new ListBroken(address));
        } catch (Unanswered e) {
            return new Fetched.Missed(
                    switch (e.why()) {
                        case SILENT, HOST_UNKNOWN -> new ListUnreachable(address);
                        case PRIVATE -> new ListPrivate(address);
                        case TOO_LARGE -> new ListTooLarge(address);
                    });
        }
    }
}
