// SPDX-License-Identifier: EUPL-1.2
/**
 * The application itself: start, folders and {@code Wiring}, the only place that builds parts of other packages; below it
 * settings, terminal, the choice of keys and the log. The command line and the window stand on this; nothing here but {@code
 * Main} knows them.
 */
@NullMarked
package cat.segell.app;

import org.jspecify.annotations.NullMarked;
