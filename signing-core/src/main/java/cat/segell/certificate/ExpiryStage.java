// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.problem.CertificateProblem.CertExpiresSoon;

/** How near the end of a certificate is, and how loudly that is said: one rule for the command line and the window. */
public enum ExpiryStage {
    /** Said once, and wherever the certificate is shown. */
    AHEAD(60),
    /** Said once a day. */
    NEAR(30),
    /** Said once a day, before anything else, and marked. */
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

    /** Whether it is said again each day. */
    public boolean daily() {
        return this != AHEAD;
    }

    /** Whether it stands first, and looks as if it did. */
    public boolean marked() {
        return this == PRESSING;
    }
}
