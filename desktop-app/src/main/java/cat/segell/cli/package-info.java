// SPDX-License-Identifier: EUPL-1.2
/**
 * The command line, a contract that scripts depend on: what its commands stand on, which lie in the packages below, one
 * class each. {@code Out} decides between words for people and one JSON document on standard output; everything else goes to
 * standard error. Nothing here touches the window's toolkit: a window is asked for through {@code WindowOpener}.
 */
@NullMarked
package cat.segell.cli;

import org.jspecify.annotations.NullMarked;
