// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.Wiring;
import cat.segell.app.keys.ExpiryNotices;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.ExpiryStage;
import cat.segell.certificate.Renewal;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import java.time.Instant;

/**
 * Says to a person beside the result, once a day, that a certificate is about to expire and how to have it renewed. In JSON it
 * stands in the result, each time.
 */
public final class ExpiryLine {

    private ExpiryLine() {}

    /** Before anything else is said: only what can't wait. */
    public static void tellFirst(Credential credential, Wiring wiring, Out out) {
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        if (Renewal.soon(facts, Instant.now())
                .filter(soon -> ExpiryStage.of(soon).marked())
                .isPresent()) {
            tell(credential, wiring, out);
        }
    }

    /** What wasn't told first. */
    public static void tell(Credential credential, Wiring wiring, Out out) {
        if (out.json()) {
            return;
        }
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        ExpiryNotices notices = wiring.expiryNotices();
        notices.due(facts).ifPresent(soon -> {
            if (ExpiryStage.of(soon).marked()) {
                out.note(out.texts().text("expiry.pressing", "days", soon.days()));
            }
            out.problem(soon);
            // Nobody issues what one practises with.
            if (!credential.practice()) {
                out.note(out.wrapped("  ", wiring.issuerRoutes().renewal(credential, out.language())));
            }
            notices.told(facts.sha256());
        });
    }
}
