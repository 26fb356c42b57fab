// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.HiddenCredential;
import cat.segell.problem.Problem;
import java.util.Optional;

/**
 * Something that was found and that nobody could sign with at any time.
 *
 * @param key names it where there is no certificate, or one that can't be read
 * @param why the rule that hides it
 */
public record HiddenSigner(String key, Optional<CertificateFacts> facts, Problem why) {

    static HiddenSigner of(HiddenCredential hidden) {
        return new HiddenSigner(hidden.key(), hidden.certificate().map(CertificateReader::read), hidden.why());
    }
}
