// SPDX-License-Identifier: EUPL-1.2
/**
 * What a certificate says: kind, purpose, holder, organisation. Reading only: whether it is to be believed is decided in
 * {@code cat.segell.validation}.
 */
@NullMarked
package cat.segell.certificate;

import org.jspecify.annotations.NullMarked;
