// SPDX-License-Identifier: EUPL-1.2
/**
 * The one way to ask a service over HTTP: within a time and a size, without redirects, and not into the private network unless
 * that was allowed. What is asked, and whether the answer is to be believed, is for the package that asks.
 */
@NullMarked
package cat.segell.network;

import org.jspecify.annotations.NullMarked;
