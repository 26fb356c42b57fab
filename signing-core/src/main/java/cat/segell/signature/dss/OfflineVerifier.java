// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;

/** What DSS's services ask about certificates: nobody. */
final class OfflineVerifier {

    private OfflineVerifier() {}

    static CommonCertificateVerifier create() {
        CommonCertificateVerifier offline = new CommonCertificateVerifier(true);
        // Whether the certificate may sign now was decided before, with words for it.
        offline.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        offline.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        return offline;
    }
}
