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
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import java.time.Instant;

/**
 * Says to a person beside the result that a certificate is about to expire and how to have it renewed: once a day, but in a list
 * of certificates each time. In JSON it stands in the result.
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
            say(soon, credential, wiring, out);
            notices.told(facts.sha256());
        });
    }

    /**
     * Whoever looks it up hears it each time, and it doesn't count as told: signing says it yet.
     *
     * @param pressing whether it is of those whose last days these are
     */
    static void tellListed(Credential credential, boolean pressing, Wiring wiring, Out out) {
        if (out.json()) {
            return;
        }
        Renewal.soon(CertificateReader.read(credential.certificate()), Instant.now())
                .filter(soon -> ExpiryStage.of(soon).marked() == pressing)
                .ifPresent(soon -> say(soon, credential, wiring, out));
    }

    private static void say(CertExpiresSoon soon, Credential credential, Wiring wiring, Out out) {
        if (ExpiryStage.of(soon).marked()) {
            out.note(out.texts().text("expiry.pressing", "days", soon.days()));
        }
        out.problem(soon);
        // Nobody issues what one practises with.
        if (!credential.practice()) {
            out.note(out.wrapped("  ", wiring.issuerRoutes().renewal(credential, out.language())));
        }
    }
}
