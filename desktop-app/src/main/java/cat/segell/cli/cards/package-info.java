// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell cards}: readers, cards and drivers, and which drivers are set.
 */
@NullMarked
package cat.segell.cli.cards;

import org.jspecify.annotations.NullMarked;
