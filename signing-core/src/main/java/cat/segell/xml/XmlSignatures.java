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
 * @param propertiesSigned whether what each signature says of itself, if anything, is among what it signs
 * @param counters those that stand in another one as its counter-signatures
 */
public record XmlSignatures(
        Set<String> rootIds,
        boolean rootIsSignature,
        Set<String> repeatedIds,
        List<XmlSignature> signatures,
        int elements,
        boolean propertiesSigned,
        XmlCounters counters) {

    /**
     * One of them.
     *
     * @param id its own identifier; empty where it has none, or one that isn't its own
     * @param objects what it holds beside its own data, each with its identifier, empty where it has none
     */
    public record XmlSignature(String id, List<SignedReference> references, List<String> objects) {
        public XmlSignature {
            references = List.copyOf(references);
            objects = List.copyOf(objects);
        }

        /** @param shared identifiers that don't tell which signature is meant */
        XmlSignature named(Set<String> shared) {
            return shared.contains(id) ? new XmlSignature("", references, objects) : this;
        }
    }

    /** Of XML signatures (W3C XML Signature). */
    public static final String NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    /** Of transforms those that change the form and no content. */
    public static final Set<String> SAME_CONTENT = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments");

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
