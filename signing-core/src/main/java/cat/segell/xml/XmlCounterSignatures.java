// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Of an XML document the signatures that stand in the property of XAdES for counter-signatures (ETSI EN 319 132-1 §5.2.7.2),
 * wherever that is: how many there are, and whether each names the value of the signature that holds it.
 */
final class XmlCounterSignatures {

    private static final String XADES = "http://uri.etsi.org/01903/";

    /** From the signature that signs to the one that is signed. */
    private static final int STEPS = 6;

    /** Elements that are open, and of signatures what is known of them. */
    private final Deque<Open> open = new ArrayDeque<>();

    private final Set<String> signed = new HashSet<>();
    private int count;
    private boolean apart;

    private static final class Open {
        private final String name;
        private final boolean counter;
        private final Set<String> references = new HashSet<>();
        private String value = "";
        private int values;

        Open(String name, boolean counter) {
            this.name = name;
            this.counter = counter;
        }
    }

    int count() {
        return count;
    }

    /**
     * Whether any of them signs something else than the signature that holds it, or may.
     *
     * @param repeated identifiers that several elements have
     */
    boolean apart(Set<String> repeated) {
        return apart || !Collections.disjoint(signed, repeated);
    }

    void start(String namespace, String name, Attributes attributes) {
        boolean signing = namespace.equals(XmlSignatures.NAMESPACE);
        Open parent = open.peek();
        String known = signing || namespace.startsWith(XADES) ? name : "";
        boolean counter =
                signing && name.equals("Signature") && parent != null && parent.name.equals("CounterSignature");
        open.push(new Open(known, counter));
        if (counter) {
            count++;
        }
        if (signing && name.equals("SignatureValue") && parent != null) {
            parent.value = id(attributes);
            parent.values++;
        } else if (signing && name.equals("Reference") && parent != null && parent.name.equals("SignedInfo")) {
            above(2).references.add(Objects.requireNonNullElse(attributes.getValue("URI"), ""));
        }
    }

    void end() {
        Open ended = open.pop();
        if (ended.counter) {
            Open holder = above(STEPS - 1);
            signed.add(holder.value);
            // Its value stands before what holds the counter-signature; another one there may be that of another
            // signature.
            apart |= !holder.name.equals("Signature")
                    || holder.values != 1
                    || holder.value.isEmpty()
                    || !ended.references.contains("#" + holder.value);
        }
    }

    private static String id(Attributes attributes) {
        return Objects.requireNonNullElse(attributes.getValue("Id"), "");
    }

    /** @param steps outwards from the innermost that is open */
    private Open above(int steps) {
        return open.stream().skip(steps).findFirst().orElseGet(() -> new Open("", false));
    }
}
