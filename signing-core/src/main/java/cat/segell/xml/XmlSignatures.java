// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.xml.sax.SAXException;

/**
 * The signatures of an XML document that stand in no other signature.
 *
 * @param rootIds identifiers of the document's root element
 * @param rootIsSignature whether the document is one signature
 * @param repeatedIds identifiers that several elements have
 * @param elements how many there are
 * @param counters how many signatures stand in another one as its counter-signatures
 * @param countersApart whether any of those signs something else than the signature that holds it
 */
public record XmlSignatures(
        Set<String> rootIds,
        boolean rootIsSignature,
        Set<String> repeatedIds,
        List<XmlSignature> signatures,
        int elements,
        int counters,
        boolean countersApart) {

    /**
     * One of them.
     *
     * @param objects what it holds beside its own data, each with its identifier, empty where it has none
     */
    public record XmlSignature(List<SignedReference> references, List<String> objects) {
        public XmlSignature {
            references = List.copyOf(references);
            objects = List.copyOf(objects);
        }
    }

    /** Of XML signatures (W3C XML Signature). */
    public static final String NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    public static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";

    /** XML Signature XPath Filter 2.0. */
    public static final String XPATH_FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";

    /** Stands behind {@link #XPATH} or {@link #XPATH_FILTER} where it leaves out signatures and nothing else. */
    public static final String NO_SIGNATURES = "not(ancestor-or-self::ds:Signature)";

    public XmlSignatures {
        rootIds = Set.copyOf(rootIds);
        repeatedIds = Set.copyOf(repeatedIds);
        signatures = List.copyOf(signatures);
    }

    /**
     * @throws XmlDoctype where a document type is declared
     * @throws IOException where it isn't well-formed
     */
    public static XmlSignatures of(InputStream in) throws IOException {
        XmlSignatureReader reader = new XmlSignatureReader();
        try {
            XmlReading.read(in, reader);
            return reader.found();
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }
}
