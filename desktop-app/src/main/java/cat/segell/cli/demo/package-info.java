// SPDX-License-Identifier: EUPL-1.2
/**
 * The documents of {@code segell demo}, made by code: a resolution, a long report with pictures, an agreement. PDFBox and
 * AWT's images stay in here.
 */
@NullMarked
package cat.segell.cli.demo;

import org.jspecify.annotations.NullMarked;
