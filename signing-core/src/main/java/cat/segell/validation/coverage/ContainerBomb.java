// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;

/** A container unpacks to more than it may. */
public final class ContainerBomb extends IOException {
    private static final long serialVersionUID = 1;
}
