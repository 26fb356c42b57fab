// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.util.List;

/**
 * What an XML signature says that it signs (W3C XML Signature §4.4.3).
 *
 * @param uri as written; empty for the whole document
 * @param type empty where there is none
 * @param transforms their algorithms in order; an XPath stands behind its own, see {@link XmlSignatures#NO_SIGNATURES}
 */
public record SignedReference(String uri, String type, List<String> transforms) {

    public SignedReference {
        transforms = List.copyOf(transforms);
    }
}
