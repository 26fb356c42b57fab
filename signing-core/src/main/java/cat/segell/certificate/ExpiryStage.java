// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.problem.CertificateProblem.CertExpiresSoon;

/**
 * How near the end of a certificate is, and how loudly that is said: one rule for the command line and the window. In each it is
 * said once a day, and wherever the certificate is shown.
 */
public enum ExpiryStage {
    /** There is time to go by the issuer's calendar. */
    AHEAD(60),
    /** Looks like something to do. */
    NEAR(30),
    /** Said before anything else, and looks as if it did. */
    PRESSING(7);

    private final int days;

    ExpiryStage(int days) {
        this.days = days;
    }

    /** From so many days before the end. */
    public int days() {
        return days;
    }

    public static ExpiryStage of(CertExpiresSoon soon) {
        if (soon.days() <= PRESSING.days) {
            return PRESSING;
        }
        return soon.days() <= NEAR.days ? NEAR : AHEAD;
    }

    /** Whether it stands first, and looks as if it did. */
    public boolean marked() {
        return this == PRESSING;
    }
}
