// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell extend}.
 */
@NullMarked
package cat.segell.cli.extend;

import org.jspecify.annotations.NullMarked;
