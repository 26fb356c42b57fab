// SPDX-License-Identifier: EUPL-1.2
/**
 * Reports of a verification: first a sentence for anybody, then a table, then all that was found. One page of blocks is made, and
 * written as HTML or PDF: the two can't say different things. What stands in a page is text; only {@link
 * cat.segell.report.Markup} makes markup of it, and escapes it.
 */
@NullMarked
package cat.segell.report;

import org.jspecify.annotations.NullMarked;
