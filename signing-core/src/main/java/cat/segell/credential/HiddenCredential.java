// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Something found that can't be used as a credential.
 *
 * @param key the reference that names it, in the form of {@code --key}
 */
public record HiddenCredential(String key, Optional<X509Certificate> certificate, Problem why) {}
