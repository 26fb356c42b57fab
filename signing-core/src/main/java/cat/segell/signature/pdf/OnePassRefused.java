// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import java.io.IOException;

/** A document can't be signed in one pass; perhaps in DSS's own way. */
public final class OnePassRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    OnePassRefused(IOException cause) {
        super(cause);
    }
}
