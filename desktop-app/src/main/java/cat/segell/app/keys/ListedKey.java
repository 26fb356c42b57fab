// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Renewal;
import cat.segell.certificate.SigningRule;
import cat.segell.credential.Credential;
import cat.segell.problem.Problem;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key among those that are at hand together.
 *
 * @param unfit the rule that keeps it from signing documents now
 */
public record ListedKey(Credential credential, CertificateFacts facts, Optional<Problem> unfit) {

    /** Of all that is at hand, or of all that a reference fits. */
    public static List<ListedKey> of(List<Credential> found, Instant now, boolean allowExpired) {
        return found.stream().map(each -> of(each, found, now, allowExpired)).toList();
    }

    /** The one that was asked for by its own reference. */
    static ListedKey named(Credential credential, Instant now, boolean allowExpired) {
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        return new ListedKey(credential, facts, SigningRule.against(credential.certificate(), now, allowExpired));
    }

    /** Those that no other of them was issued to take the place of. */
    static List<ListedKey> current(List<ListedKey> keys) {
        return keys.stream()
                .filter(older -> keys.stream().noneMatch(newer -> Renewal.replaces(newer.facts(), older.facts())))
                .toList();
    }

    private static ListedKey of(Credential credential, List<Credential> found, Instant now, boolean allowExpired) {
        ListedKey named = named(credential, now, allowExpired);
        List<X509Certificate> beside = found.stream()
                .filter(each -> each.token().serial().equals(credential.token().serial()))
                .map(Credential::certificate)
                .toList();
        Optional<Problem> unasked = SigningRule.unasked(credential.certificate(), beside);
        return new ListedKey(credential, named.facts(), unasked.or(named::unfit));
    }
}
