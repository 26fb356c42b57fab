// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.ServiceProfile;
import cat.segell.app.settings.TimestampService;
import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeTimestampAuthority;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.timestamp.TimestampTerms;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Time-stamp authorities by their addresses, each with its connections until this is closed. */
public final class TimestampWiring implements AutoCloseable {

    /** Of which it is told how often it stamped. */
    private record Counted(TimestampAuthority authority, AtomicLong stamped) implements TimestampAuthority {

        @Override
        public URI address() {
            return authority.address();
        }

        @Override
        public byte[] token(Digest imprint) throws ProblemException {
            byte[] token = authority.token(imprint);
            stamped.incrementAndGet();
            return token;
        }
    }

    private record Named(URI address, boolean privateNetwork) {}

    private final PracticeAuthority practice;
    private final Optional<ServiceProfile> services;
    private final ProxySelector proxies;
    private final AtomicLong practised = new AtomicLong();
    private final Map<Named, TimestampHttp> open = new HashMap<>();

    /** @param services what is agreed on with authorities */
    TimestampWiring(PracticeAuthority practice, Optional<ServiceProfile> services, ProxySelector proxies) {
        this.practice = practice;
        this.services = services;
        this.proxies = proxies;
    }

    /**
     * @param addresses asked in this order; {@code practice:} is the built-in authority
     * @param privateNetwork whether addresses may be loopback or private
     * @throws ProblemException {@code TSA-ADDRESS-INVALID} or {@code SERVICE-ACCESS-UNUSABLE}
     */
    public synchronized List<TimestampAuthority> of(List<String> addresses, boolean privateNetwork)
            throws ProblemException {
        List<TimestampAuthority> authorities = new ArrayList<>();
        for (String address : addresses) {
            authorities.add(
                    address.equals(Wiring.PRACTICE)
                            ? new Counted(new PracticeTimestampAuthority(practice), practised)
                            : http(new Named(TimestampHttp.address(address), privateNetwork)));
        }
        return authorities;
    }

    /** How many time-stamps the practice authority gave: they have no legal value. */
    public long practised() {
        return practised.get();
    }

    private TimestampHttp http(Named named) throws ProblemException {
        TimestampHttp known = open.get(named);
        if (known != null) {
            return known;
        }
        Optional<TimestampService> agreed = services.flatMap(profile -> profile.timestamp(named.address()));
        TimestampTerms terms = agreed.isPresent() ? ServiceAccess.terms(agreed.get()) : TimestampTerms.NONE;
        TimestampHttp opened = new TimestampHttp(named.address(), named.privateNetwork(), proxies, terms);
        open.put(named, opened);
        return opened;
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
     * Asks nobody: whether one is left that may be asked.
     *
     * @throws ProblemException {@code TSA-PRIVATE} of the first where none is
     */
    public static void demandAllowed(List<TimestampAuthority> authorities) throws ProblemException {
        Optional<ProblemException> first = Optional.empty();
        for (TimestampAuthority authority : authorities) {
            try {
                authority.demandAllowed();
                return;
            } catch (ProblemException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
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
