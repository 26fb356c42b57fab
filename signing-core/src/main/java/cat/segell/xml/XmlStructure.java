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
 * @param isSignature whether it is one XML signature and nothing else
 * @param isSigned whether there is a signature anywhere in it
 */
public record XmlStructure(boolean isSignature, boolean isSigned) {

    /** @throws ProblemException {@code DOCUMENT-NOT-XML} or {@code DOCUMENT-DOCTYPE} */
    public static XmlStructure require(DocumentFile document) throws ProblemException {
        Path source = document.source();
        Root root = new Root();
        try (InputStream in = Files.newInputStream(document.copy())) {
            XmlReading.read(in, root);
            return new XmlStructure(root.isSignature, root.isSigned);
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

    private static final class Root extends XmlReading.Handler {
        private boolean begun;
        private boolean isSignature;
        private boolean isSigned;

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            boolean signature = namespace.equals(XmlSignatures.NAMESPACE) && name.equals("Signature");
            isSignature |= signature && !begun;
            isSigned |= signature;
            begun = true;
        }
    }
}
