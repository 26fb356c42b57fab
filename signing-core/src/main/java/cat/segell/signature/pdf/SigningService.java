// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;

/** Signs without a look at the certificate: whether it may sign now was decided before, with words for it. */
public final class SigningService extends PAdESService {

    private static final long serialVersionUID = 1;

    public SigningService(CertificateVerifier offline) {
        super(offline);
    }

    @Override
    protected void assertSigningCertificateValid(AbstractSignatureParameters<?> parameters) {
        // see above
    }
}
