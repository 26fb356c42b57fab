// SPDX-License-Identifier: EUPL-1.2
/**
 * A key as a person names it: the forms of {@code --key}, RFC 7512 among them.
 */
@NullMarked
package cat.segell.credential.reference;

import org.jspecify.annotations.NullMarked;
