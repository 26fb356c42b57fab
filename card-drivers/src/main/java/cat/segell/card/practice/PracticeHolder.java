// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** Somebody invented, and how their certificates name them. */
interface PracticeHolder {

    X500Name subject(Purpose purpose);

    /** For the alternative name. */
    Optional<X500Name> attributes();

    /** Which kind of certificate it is, beside the mark of practice. */
    String policy(Purpose purpose);

    /** Whether log-in certificates say by an extended usage that they are for log-in; the DNIe's don't. */
    boolean statesLogin();

    /** What a certificate is for. */
    enum Purpose {
        SIG,
        AUT
    }
}
