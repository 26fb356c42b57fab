// SPDX-License-Identifier: EUPL-1.2
/**
 * How a PDF hangs together, read in one way for signing and for verifying. PDFBox's types stay here and in the packages
 * that stand on this one.
 */
@NullMarked
package cat.segell.pdf;

import org.jspecify.annotations.NullMarked;
