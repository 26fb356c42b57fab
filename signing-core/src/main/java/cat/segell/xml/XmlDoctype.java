// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.io.IOException;

/** A document type is declared: reading ends where it begins. */
public final class XmlDoctype extends IOException {
    private static final long serialVersionUID = 1;
}
