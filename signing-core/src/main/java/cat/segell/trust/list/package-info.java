// SPDX-License-Identifier: EUPL-1.2
/**
 * The European trusted lists: who may sign the list of lists, fetching all of them within limits, keeping the last good ones, and what
 * they make of a certificate. Reading and checking them is the work of EU DSS; what is taken of it is decided here.
 */
@NullMarked
package cat.segell.trust.list;

import org.jspecify.annotations.NullMarked;
