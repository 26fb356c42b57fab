// SPDX-License-Identifier: EUPL-1.2
/**
 * Signing by EU DSS and PDFBox. Their types, and whatever they throw at hostile files, stay in here.
 */
@NullMarked
package cat.segell.signature.dss;

import org.jspecify.annotations.NullMarked;
