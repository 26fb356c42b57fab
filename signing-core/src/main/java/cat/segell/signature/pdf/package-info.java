// SPDX-License-Identifier: EUPL-1.2
/**
 * Signatures laid behind a PDF in one pass: the update that holds one is written alone, hashed behind what was hashed while the document
 * was read, and appended to the private copy. What stands in it is EU DSS's and PDFBox's work; their types are seen here.
 */
@NullMarked
package cat.segell.signature.pdf;

import org.jspecify.annotations.NullMarked;
