// SPDX-License-Identifier: EUPL-1.2
/**
 * Validation by EU DSS, and the facts of a PDF's revisions gathered with PDFBox. Their types and their exceptions end here;
 * the neighbour gets our records. Nothing here opens a connection.
 */
@NullMarked
package cat.segell.validation.dss;

import org.jspecify.annotations.NullMarked;
