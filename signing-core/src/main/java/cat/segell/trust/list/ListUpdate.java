// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.problem.ListProblem;
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
        listOfLists(before);
        String home = signers.address().toString();
        if (kept.read(home).isPresent()) {
            countries(before);
        }
        refusals.write(folder);
    }

    private void listOfLists(Optional<ListReading> before) throws ProblemException {
        URI home = signers.address();
        Source online = address -> fetcher.fetchAt(home, address);
        TLInfo list = ListReading.lotl(signers, of(online), now).lotl();
        Optional<ListProblem> why = refusal(list, before.flatMap(there -> sequence(there.lotl())));
        if (why.isPresent()) {
            refusals.put(home.toString(), why.get());
            StatusOfLists.announced(list, signers).ifPresent(refusals::announced);
            return;
        }
        kept.keep(home.toString(), online.list(home.toString()));
        for (String pivot : pivots(list)) {
            if (fetcher.missed(pivot).isEmpty()) {
                kept.keep(pivot, online.list(pivot));
            }
        }
    }

    private void countries(Optional<ListReading> before) throws ProblemException {
        ListReading.Origin here = of(kept);
        TLInfo lotl = ListReading.lotl(signers, here, now).lotl();
        Set<String> own = new HashSet<>(pivots(lotl));
        own.add(signers.address().toString());
        ListReading.Origin online = of(fetcher::fetch);
        ListReading.Origin both = address -> own.contains(address) ? here.list(address) : online.list(address);
        if (!new GoodLists(now).canBeSynchronized(lotl)) {
            // What it names is as old as itself: nobody is asked on its word.
            return;
        }
        Map<String, Integer> sequences = new HashMap<>();
        before.ifPresent(there -> there.countries()
                .forEach(list -> sequence(list).ifPresent(number -> sequences.put(list.getUrl(), number))));
        for (TLInfo list : ListReading.all(signers, both, now, countries).countries()) {
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

    static Optional<Integer> sequence(TLInfo list) {
        return GoodLists.isRead(list) ? Optional.of(list.getParsingCacheInfo().getSequenceNumber()) : Optional.empty();
    }

    /** @param present number of the one that is here */
    private Optional<ListProblem> refusal(TLInfo list, Optional<Integer> present) {
        URI address = URI.create(list.getUrl());
        Optional<ListProblem> missed = fetcher.missed(list.getUrl());
        if (missed.isPresent()) {
            return missed;
        }
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
