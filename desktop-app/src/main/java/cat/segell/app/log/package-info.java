// SPDX-License-Identifier: EUPL-1.2
/**
 * The log: the only place that configures it.
 */
@NullMarked
package cat.segell.app.log;

import org.jspecify.annotations.NullMarked;
