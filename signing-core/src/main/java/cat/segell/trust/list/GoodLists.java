// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.ValidationInfoRecord;
import eu.europa.esig.dss.tsl.sync.SynchronizationStrategy;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which lists count: read, signed by whom it must be, and still holding. DSS's own rule takes those it couldn't check at all. */
record GoodLists(Instant now) implements SynchronizationStrategy {

    @Override
    public boolean canBeSynchronized(TLInfo list) {
        return isGenuine(list) && !isOver(list);
    }

    @Override
    public boolean canBeSynchronized(LOTLInfo list) {
        return canBeSynchronized((TLInfo) list);
    }

    /** Whose word counts, whether or not it still holds. */
    static boolean isGenuine(TLInfo list) {
        return isRead(list) && isSigned(list);
    }

    static boolean isRead(TLInfo list) {
        ParsingInfoRecord parsed = list.getParsingCacheInfo();
        return parsed != null && parsed.isResultExist() && parsed.getSequenceNumber() != null;
    }

    static boolean isSigned(TLInfo list) {
        ValidationInfoRecord checked = list.getValidationCacheInfo();
        return checked != null && checked.isResultExist() && checked.isValid();
    }

    /** One that doesn't say until when it holds was closed, or isn't meant to be used. */
    private boolean isOver(TLInfo list) {
        return nextUpdate(list).filter(now::isBefore).isEmpty();
    }

    static Optional<Instant> nextUpdate(TLInfo list) {
        return instant(isRead(list) ? list.getParsingCacheInfo().getNextUpdateDate() : null);
    }

    static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
