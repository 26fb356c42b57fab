// SPDX-License-Identifier: EUPL-1.2
/**
 * The command line, a contract that scripts depend on: one class per command. {@code Out} decides between words for people
 * and one JSON document on standard output; everything else goes to standard error. Nothing here touches the window's
 * toolkit: a window is asked for through {@code WindowOpener}.
 */
@NullMarked
package cat.segell.cli;

import org.jspecify.annotations.NullMarked;
