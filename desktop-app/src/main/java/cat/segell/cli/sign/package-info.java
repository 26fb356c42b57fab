// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell sign}.
 */
@NullMarked
package cat.segell.cli.sign;

import org.jspecify.annotations.NullMarked;
