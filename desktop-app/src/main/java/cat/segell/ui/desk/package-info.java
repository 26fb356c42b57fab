// SPDX-License-Identifier: EUPL-1.2
/**
 * What the models of the Sign screen stand on: the desk where documents are looked at, signers are found and batches
 * run, and what it hands over. Needs no toolkit.
 */
@NullMarked
package cat.segell.ui.desk;

import org.jspecify.annotations.NullMarked;
