// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListCountryUnknown;
import cat.segell.problem.ListProblem.ListDamaged;
import cat.segell.problem.ListProblem.ListNone;
import cat.segell.problem.ListProblem.ListNoticeNewer;
import cat.segell.problem.ListProblem.ListStale;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.TLInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what is here and what the last update couldn't take. */
record StatusOfLists(LotlSigners signers, List<String> countries, Path folder, Instant now) {

    private static final String EUROPE = "EU";

    TrustStatus of(Optional<ListReading> reading) {
        Refusals refusals = Refusals.read(folder);
        List<ListProblem> notices = new ArrayList<>();
        reading.flatMap(there -> announced(there.lotl(), signers))
                .or(refusals::announced)
                .ifPresent(notice -> notices.add(new ListNoticeNewer(notice, signers.notice())));
        if (reading.isEmpty()) {
            notices.add(new ListNone());
            String home = signers.address().toString();
            if (new KeptLists(folder).isThere(home)) {
                notices.add(new ListDamaged(home));
            }
            refusals.of(home).ifPresent(notices::add);
            return new TrustStatus(signers, List.of(), notices);
        }
        ListReading there = reading.get();
        boolean good = new GoodLists(now).canBeSynchronized(there.lotl());
        List<ListStatus> lists = new ArrayList<>();
        lists.add(status(EUROPE, there.lotl(), good, refusals));
        there.countries().stream()
                .map(list -> status(country(list), list, good && new GoodLists(now).canBeSynchronized(list), refusals))
                .sorted(Comparator.comparing(ListStatus::list))
                .forEach(lists::add);
        for (String country : countries) {
            if (lists.stream().noneMatch(list -> list.list().equals(country))) {
                notices.add(new ListCountryUnknown(country));
            }
        }
        return new TrustStatus(signers, lists, notices);
    }

    /** Address of a notice that isn't the one that is known, as far as the list of lists names one. */
    static Optional<String> announced(TLInfo lotl, LotlSigners signers) {
        if (!GoodLists.isRead(lotl)) {
            return Optional.empty();
        }
        return Optional.ofNullable(lotl.getParsingCacheInfo().getSigningCertificateAnnouncementUrl())
                .filter(notice -> !plain(notice).equals(plain(signers.notice())));
    }

    private static String plain(String address) {
        String bare = address.strip().replaceFirst("^https?://", "");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static String country(TLInfo list) {
        return Optional.ofNullable(list.getOtherTSLPointer())
                .flatMap(pointer -> Optional.ofNullable(pointer.getSchemeTerritory()))
                .orElse("?");
    }

    private ListStatus status(String name, TLInfo list, boolean used, Refusals refusals) {
        List<ListProblem> problems = new ArrayList<>();
        Optional<Instant> end = GoodLists.nextUpdate(list);
        if (GoodLists.isGenuine(list)) {
            end.filter(until -> !now.isBefore(until)).ifPresent(until -> problems.add(new ListStale(name, until)));
        } else if (new KeptLists(folder).isThere(list.getUrl())) {
            problems.add(new ListDamaged(list.getUrl()));
        }
        refusals.of(list.getUrl()).ifPresent(problems::add);
        Optional<ParsingInfoRecord> parsed =
                GoodLists.isRead(list) ? Optional.of(list.getParsingCacheInfo()) : Optional.empty();
        return new ListStatus(
                name,
                list.getUrl(),
                parsed.map(ParsingInfoRecord::getSequenceNumber),
                parsed.flatMap(there -> GoodLists.instant(there.getIssueDate())),
                end,
                new KeptLists(folder).fetched(list.getUrl()),
                used,
                problems);
    }
}
