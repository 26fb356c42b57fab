// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;

/** A document that unpacks, or has signatures, without measure: verifying it would take more than one document may. */
public final class DocumentBomb extends IOException {
    private static final long serialVersionUID = 1;
}
