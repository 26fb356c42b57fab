// SPDX-License-Identifier: EUPL-1.2
/**
 * What the application and a module's process say to each other, and how it is written into the pipe between them. No decisions,
 * and nothing native: both sides use it.
 */
@NullMarked
package cat.segell.card.wire;

import org.jspecify.annotations.NullMarked;
