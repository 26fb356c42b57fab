// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/** The JDK's own parser, whatever else is on the class path, with all that reaches out of a document switched off. */
final class XmlReading {

    /** No document of an office nests so deeply; what does brings programs down. */
    static final String DEEPEST = "1000";

    /** On one element. */
    static final String MOST_ATTRIBUTES = "1000";

    private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";

    private XmlReading() {}

    /** What every reader of ours starts from. */
    abstract static class Handler extends DefaultHandler2 {
        @Override
        public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
            throw new SAXException(new XmlDoctype());
        }
    }

    /**
     * @throws XmlDoctype where a document type begins, before anything of it is looked at
     * @throws SAXException where it isn't well-formed
     */
    static void read(InputStream in, Handler handler) throws SAXException, IOException {
        SAXParser parser = parser();
        parser.setProperty(LEXICAL, handler);
        try {
            parser.parse(in, handler);
        } catch (SAXException e) {
            if (e.getException() instanceof XmlDoctype doctype) {
                throw doctype;
            }
            throw e;
        }
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            parser.setProperty("jdk.xml.maxElementDepth", DEEPEST);
            parser.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new LinkageError("the JDK's parser has these", e);
        }
    }
}
