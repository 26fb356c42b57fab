// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.CertificateSeen;
import java.time.Instant;
import java.util.List;

/**
 * All that was seen.
 *
 * @param now when that was
 */
record Facts(Instant now, List<Fact> all) {

    Facts {
        all = List.copyOf(all);
    }

    <T extends Fact> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean canSign() {
        return of(CertificateSeen.class).stream().anyMatch(CertificateSeen::signs);
    }

    /** How bad it is that one way to sign is barred: nobody needs a reader whose key is elsewhere. */
    Severity barred() {
        return canSign() ? Severity.WARNING : Severity.FAULT;
    }

    /** The same, of what may be there to practise only: that keeps nobody from work. */
    Severity barred(boolean practice) {
        return practice ? Severity.WARNING : barred();
    }
}
