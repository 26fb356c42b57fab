// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Whether what signatures say of themselves is signed. A reader that looks for a date or a role finds it by its place, whether
 * a reference leads there or not: anybody could add such words to another's signature. Signatures in signatures count too.
 */
final class XmlSignedProperties {

    /** Of each version of XAdES. */
    private static final String XADES = "http://uri.etsi.org/01903/";

    private static final class Frame {
        private final int depth;
        private final List<String> properties = new ArrayList<>();
        private final Set<String> signed = new HashSet<>();
        private boolean inSignedInfo;

        Frame(int depth) {
            this.depth = depth;
        }

        /** None, or one that a reference names. */
        boolean isSound() {
            return properties.isEmpty() || (properties.size() == 1 && signed.contains("#" + properties.getFirst()));
        }
    }

    private final Deque<Frame> open = new ArrayDeque<>();
    private int depth;
    private boolean sound = true;

    void start(String namespace, String name, Attributes attributes) {
        depth++;
        boolean signing = namespace.equals(XmlSignatures.NAMESPACE);
        if (signing && name.equals("Signature")) {
            open.push(new Frame(depth));
            return;
        }
        Frame frame = open.peek();
        if (frame == null) {
            return;
        }
        if (name.equals("SignedProperties") && namespace.startsWith(XADES)) {
            frame.properties.add(Objects.requireNonNullElse(attributes.getValue("Id"), ""));
        } else if (depth == frame.depth + 1) {
            frame.inSignedInfo = signing && name.equals("SignedInfo");
        } else if (depth == frame.depth + 2 && frame.inSignedInfo && signing && name.equals("Reference")) {
            frame.signed.add(Objects.requireNonNullElse(attributes.getValue("URI"), ""));
        }
    }

    void end() {
        Frame frame = open.peek();
        if (frame != null && frame.depth == depth) {
            sound &= frame.isSound();
            open.pop();
        }
        depth--;
    }

    boolean areSigned() {
        return sound;
    }
}
