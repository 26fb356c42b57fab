// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentDoctype;
import cat.segell.problem.DocumentProblem.DocumentNotXml;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * What an XML document is.
 *
 * @param isSigned whether there is a signature anywhere in it
 */
public record XmlStructure(boolean isSigned) {

    /** @throws ProblemException {@code DOCUMENT-NOT-XML} or {@code DOCUMENT-DOCTYPE} */
    public static XmlStructure require(DocumentFile document) throws ProblemException {
        Path source = document.source();
        Root root = new Root();
        try (InputStream in = Files.newInputStream(document.copy())) {
            XmlReading.read(in, root);
            return new XmlStructure(root.isSigned);
        } catch (XmlDoctype e) {
            throw new ProblemException(new DocumentDoctype(source), e);
        } catch (SAXException | IOException e) {
            throw new ProblemException(new DocumentNotXml(source), e);
        }
    }

    /** Of what came from elsewhere: whether it can be read at all, and declares no document type. */
    public static boolean isPlain(byte[] content) {
        try {
            XmlReading.read(new ByteArrayInputStream(content), new Root());
            return true;
        } catch (SAXException | IOException notXml) {
            return false;
        }
    }

    /** Whether it is one XML signature and nothing else; not where it is no XML. Read to its first element. */
    public static boolean isSignature(DocumentFile document) {
        First first = new First();
        try (InputStream in = Files.newInputStream(document.copy())) {
            XmlReading.read(in, first);
        } catch (SAXException | IOException enoughOrNotXml) {
            return first.isSignature;
        }
        return first.isSignature;
    }

    private static boolean signs(String namespace, String name) {
        return namespace.equals(XmlSignatures.NAMESPACE) && name.equals("Signature");
    }

    private static final class First extends XmlReading.Handler {
        private boolean isSignature;

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes)
                throws SAXException {
            isSignature = signs(namespace, name);
            throw new SAXException("enough is known");
        }
    }

    private static final class Root extends XmlReading.Handler {
        private boolean isSigned;

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            isSigned |= signs(namespace, name);
        }
    }
}
