// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Renewal;
import cat.segell.certificate.SigningRule;
import cat.segell.credential.Credential;
import cat.segell.problem.CertificateProblem.CertTwinPreferred;
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

    /** Enough of a SHA-256 to name a certificate. */
    private static final int PREFIX = 16;

    /** @param found all that is at hand, or all that a reference fits */
    public static List<ListedKey> of(List<Credential> found, Instant now, boolean allowExpired) {
        return found.stream().map(each -> of(each, found, now, allowExpired)).toList();
    }

    /** Those that no other of them was issued to take the place of. */
    static List<ListedKey> current(List<ListedKey> keys) {
        return keys.stream()
                .filter(older -> keys.stream().noneMatch(newer -> Renewal.replaces(newer.facts(), older.facts())))
                .toList();
    }

    private static ListedKey of(Credential credential, List<Credential> found, Instant now, boolean allowExpired) {
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        List<X509Certificate> beside = found.stream()
                .filter(each -> each.token().serial().equals(credential.token().serial()))
                .map(Credential::certificate)
                .toList();
        Optional<Problem> twin = SigningRule.twin(credential.certificate(), beside)
                .map(CertificateReader::sha256)
                .map(sha256 -> new CertTwinPreferred(facts.holder(), sha256.substring(0, PREFIX)));
        return new ListedKey(credential, facts, twin.or(() -> SigningRule.against(facts, now, allowExpired)));
    }
}
