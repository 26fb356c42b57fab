// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;

/** Verifying it would take without measure: a container unpacks, or XML is signed, so often. */
public final class DocumentBomb extends IOException {
    private static final long serialVersionUID = 1;
}
