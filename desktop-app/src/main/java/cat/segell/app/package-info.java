// SPDX-License-Identifier: EUPL-1.2
/**
 * The application itself: start, folders, settings, policy, log, and {@code Wiring}, the only place that builds parts of
 * other packages. The command line and the window stand on this; nothing here but {@code Main} knows them.
 */
@NullMarked
package cat.segell.app;

import org.jspecify.annotations.NullMarked;
