// SPDX-License-Identifier: EUPL-1.2
/**
 * Signing: {@link cat.segell.signature.Signer} prepares a document to a digest and completes it with a signature value. The
 * types of EU DSS stay in {@code cat.segell.signature.dss}.
 */
@NullMarked
package cat.segell.signature;

import org.jspecify.annotations.NullMarked;
