// SPDX-License-Identifier: EUPL-1.2
/**
 * Where a command was typed, and asking a person there what nobody else may see.
 */
@NullMarked
package cat.segell.app.terminal;

import org.jspecify.annotations.NullMarked;
