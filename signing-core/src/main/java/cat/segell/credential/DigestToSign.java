// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.document.Digest;

/** All that ever reaches a key. */
public record DigestToSign(SignatureScheme scheme, Digest digest) {}
