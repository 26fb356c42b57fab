// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.network.GuardedHttp;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The European lists as they are here: nothing is fetched but by {@link #update}. They are read once a process, when somebody first
 * needs them, and again after an hour.
 */
public final class TrustedLists {

    /** How old what was read may be: lists run out while a window is open. */
    private static final Duration READ_AGAIN = Duration.ofHours(1);

    /** How old the last attempt must be before the next one that nobody asked for. */
    private static final Duration REFRESH = Duration.ofHours(24);

    private record Read(ListReading reading, Instant at) {}

    private final LotlSigners signers;
    private final List<String> countries;
    private final Path folder;
    private final InstantSource clock;
    private Optional<Read> read = Optional.empty();

    /**
     * @param countries their codes, in upper case; none means all
     * @param folder where the last good ones are kept
     */
    public TrustedLists(LotlSigners signers, List<String> countries, Path folder, InstantSource clock) {
        this.signers = signers;
        this.countries = List.copyOf(countries);
        this.folder = folder;
        this.clock = clock;
    }

    /** Believed certificates with what the lists say of them, for the engine; absent where no list was ever fetched. */
    public Optional<TrustedListsCertificateSource> source() {
        return reading().map(ListReading::source);
    }

    private synchronized Optional<ListReading> reading() {
        Instant now = clock.instant();
        if (read.filter(last -> last.at().plus(READ_AGAIN).isAfter(now)).isEmpty()) {
            KeptLists kept = new KeptLists(folder);
            read = kept.read(signers.address().toString())
                    .flatMap(_ -> ListReading.all(signers, ListUpdate.of(kept), now, countries))
                    .map(reading -> new Read(reading, now));
        }
        return read.map(Read::reading);
    }

    /** How it stands with what is here. */
    public TrustStatus status() {
        return new StatusOfLists(signers, countries, folder, clock.instant()).of(reading());
    }

    /** Whether it is time to look for newer ones. */
    public boolean isDue() {
        Instant now = clock.instant();
        // One that is yet to come was told by a clock that was wrong.
        return Refusals.attempted(folder)
                .filter(last -> !last.isAfter(now) && last.plus(REFRESH).isAfter(now))
                .isEmpty();
    }

    /**
     * Fetches all lists, takes those that are good and newer, and keeps what it had in place of the others.
     *
     * @param privateNetwork whether addresses may be loopback or private, and then without https
     * @return how it stands afterwards, with why something wasn't taken
     * @throws ProblemException {@code HOME-UNWRITABLE}
     */
    public TrustStatus update(boolean privateNetwork, ProxySelector proxies) throws ProblemException {
        Optional<ListReading> before = reading();
        try (GuardedHttp http = new GuardedHttp(privateNetwork, proxies)) {
            ListFetcher fetcher = new ListFetcher(http, privateNetwork, clock);
            new ListUpdate(signers, countries, folder, clock.instant(), fetcher).run(before);
        }
        synchronized (this) {
            read = Optional.empty();
        }
        return status();
    }
}
