// SPDX-License-Identifier: EUPL-1.2
/**
 * The program: which commands there are, and what each run starts and ends with. It knows all commands; they don't know
 * it.
 */
@NullMarked
package cat.segell.cli.program;

import org.jspecify.annotations.NullMarked;
