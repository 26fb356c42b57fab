// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.network.HttpAddress;
import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListAddressRefused;
import cat.segell.problem.ListProblem.ListBroken;
import cat.segell.problem.ListProblem.ListExpired;
import cat.segell.problem.ListProblem.ListOlder;
import cat.segell.problem.ListProblem.ListSignatureWrong;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.tsl.TLInfo;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One update: first the list of lists alone, then the countries' lists that the good one names. */
final class ListUpdate {

    private final LotlSigners signers;
    private final List<String> countries;
    private final Path folder;
    private final Instant now;
    private final ListFetcher fetcher;
    private final KeptLists kept;
    private final Refusals refusals = new Refusals();

    ListUpdate(LotlSigners signers, List<String> countries, Path folder, Instant now, ListFetcher fetcher) {
        this.signers = signers;
        this.countries = countries;
        this.folder = folder;
        this.now = now;
        this.fetcher = fetcher;
        this.kept = new KeptLists(folder);
    }

    /** What is kept, as the engine wants it. */
    static ListReading.Origin of(KeptLists kept) {
        return address -> kept.read(address).orElseThrow(() -> new DSSException("not here"));
    }

    @FunctionalInterface
    private interface Source {
        byte[] list(String address) throws ProblemException;
    }

    private static ListReading.Origin of(Source source) {
        return address -> {
            try {
                return source.list(address);
            } catch (ProblemException e) {
                throw new DSSException(e.problem().code(), e);
            }
        };
    }

    /** @param before what was here */
    void run(Optional<ListReading> before) throws ProblemException {
        Optional<ListReading> here = before.filter(there -> GoodLists.isGenuine(there.lotl()));
        Optional<TLInfo> taken = listOfLists(here);
        Optional<ListReading> all = taken.flatMap(this::fresh);
        if (taken.isPresent() && all.isPresent()) {
            keep(taken.get());
        } else {
            taken.ifPresent(_ -> refusals.put(home(), new ListBroken(signers.address())));
            all = stale();
        }
        if (all.isPresent()) {
            countries(all.get().countries(), here);
        }
        refusals.write(folder);
    }

    private String home() {
        return signers.address().toString();
    }

    /** The one that stands there now, alone; absent where it isn't taken. */
    private Optional<TLInfo> listOfLists(Optional<ListReading> before) {
        Optional<TLInfo> read = ListReading.lotl(signers, of(this::online), now).map(ListReading::lotl);
        if (read.isEmpty()) {
            refusals.put(home(), fetcher.missed(home()).orElse(new ListBroken(signers.address())));
            return Optional.empty();
        }
        TLInfo list = read.get();
        Optional<ListProblem> why = refusal(list, before.flatMap(there -> sequence(there.lotl())));
        if (why.isEmpty()) {
            return read;
        }
        Optional<String> missing = pivots(list).stream()
                .filter(pivot -> fetcher.missed(pivot).isPresent())
                .findFirst();
        if (missing.isPresent() && why.get() instanceof ListSignatureWrong) {
            // Whether its signer is a good one, that list would have said.
            refusals.see(home(), missing.get(), fetcher.missed(missing.get()).orElseThrow());
        } else {
            refusals.put(home(), why.get());
        }
        StatusOfLists.announced(list, signers).ifPresent(refusals::announced);
        return Optional.empty();
    }

    private byte[] online(String address) throws ProblemException {
        return fetcher.fetchAt(signers.address(), address);
    }

    private void keep(TLInfo list) throws ProblemException {
        kept.keep(home(), online(home()));
        for (String pivot : pivots(list)) {
            if (fetcher.missed(pivot).isEmpty()) {
                kept.keep(pivot, online(pivot));
            }
        }
    }

    /** The countries' lists that a list of lists names which was fetched just now. */
    private Optional<ListReading> fresh(TLInfo lotl) {
        return all(lotl, of(this::online));
    }

    /** Those that the one which is here names; where that has run out, nobody is asked on its word. */
    private Optional<ListReading> stale() {
        // Read anew: the file may have changed since somebody needed it last.
        return ListReading.lotl(signers, of(kept), now)
                .map(ListReading::lotl)
                .filter(new GoodLists(now)::canBeSynchronized)
                .flatMap(lotl -> all(lotl, of(kept)));
    }

    private Optional<ListReading> all(TLInfo lotl, ListReading.Origin european) {
        Set<String> own = new HashSet<>(pivots(lotl));
        own.add(home());
        ListReading.Origin online = of(fetcher::fetch);
        ListReading.Origin both = address -> own.contains(address) ? european.list(address) : online.list(address);
        return ListReading.all(signers, both, now, countries);
    }

    private void countries(List<TLInfo> lists, Optional<ListReading> before) throws ProblemException {
        Map<String, Integer> sequences = new HashMap<>();
        before.ifPresent(there -> there.countries()
                .forEach(list -> sequence(list).ifPresent(number -> sequences.put(list.getUrl(), number))));
        for (TLInfo list : lists) {
            Optional<ListProblem> why = refusal(list, Optional.ofNullable(sequences.get(list.getUrl())));
            if (why.isPresent()) {
                refusals.put(list.getUrl(), why.get());
            } else {
                kept.keep(list.getUrl(), fetcher.fetch(list.getUrl()));
            }
        }
    }

    private static List<String> pivots(TLInfo lotl) {
        return GoodLists.isRead(lotl)
                ? Optional.ofNullable(lotl.getParsingCacheInfo().getPivotUrls()).orElse(List.of())
                : List.of();
    }

    /** As far as it was its publisher who wrote it: anybody can write a number into a file. */
    private static Optional<Integer> sequence(TLInfo list) {
        return GoodLists.isGenuine(list)
                ? Optional.of(list.getParsingCacheInfo().getSequenceNumber())
                : Optional.empty();
    }

    /** @param present number of the one that is here */
    private Optional<ListProblem> refusal(TLInfo list, Optional<Integer> present) {
        Optional<ListProblem> missed = fetcher.missed(list.getUrl());
        if (missed.isPresent()) {
            return missed;
        }
        Optional<URI> asked = HttpAddress.of(list.getUrl());
        if (asked.isEmpty()) {
            return Optional.of(new ListAddressRefused(list.getUrl()));
        }
        URI address = asked.get();
        if (!GoodLists.isRead(list)) {
            return Optional.of(new ListBroken(address));
        }
        if (!GoodLists.isSigned(list)) {
            return Optional.of(new ListSignatureWrong(address));
        }
        int sequence = list.getParsingCacheInfo().getSequenceNumber();
        if (present.filter(number -> number > sequence).isPresent()) {
            return Optional.of(new ListOlder(address, sequence, present.get()));
        }
        return new GoodLists(now).canBeSynchronized(list)
                ? Optional.empty()
                : Optional.of(
                        new ListExpired(address, GoodLists.nextUpdate(list).orElse(Instant.EPOCH)));
    }
}
