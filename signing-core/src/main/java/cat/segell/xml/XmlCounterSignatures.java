// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Of an XML document the signatures that stand in the property of XAdES for counter-signatures (ETSI EN 319 132-1 §5.2.7.2),
 * wherever that is, and whether each signs the value of the signature that holds it, as it is.
 */
final class XmlCounterSignatures {

    private static final String XADES = "http://uri.etsi.org/01903/";

    /** From the signature that signs to the one that is signed. */
    private static final int STEPS = 6;

    /** Elements that are open, and of signatures what is known of them. */
    private final Deque<Open> open = new ArrayDeque<>();

    private final List<Counter> counters = new ArrayList<>();

    /**
     * @param value identifier of the value that it should sign
     * @param signs whether it does
     */
    private record Counter(String id, String value, boolean signs) {}

    private static final class Open {
        private final String name;
        private final boolean counter;
        private final String id;
        private final String uri;
        private final Set<String> references = new HashSet<>();
        private String value = "";
        private int values;
        private boolean transformed;

        Open(String name, boolean counter, Attributes attributes) {
            this.name = name;
            this.counter = counter;
            id = value(attributes, "Id");
            uri = value(attributes, "URI");
        }
    }

    /**
     * @param repeated identifiers that several elements have
     * @param misnamed whether the identifiers of signatures don't tell which one is meant
     */
    XmlCounters found(Set<String> repeated, boolean misnamed) {
        List<Counter> good = counters.stream()
                .filter(counter -> counter.signs && !repeated.contains(counter.value))
                .toList();
        Set<String> sound = good.stream()
                .map(Counter::id)
                .filter(id -> !misnamed && !id.isEmpty() && !repeated.contains(id))
                .collect(Collectors.toSet());
        return new XmlCounters(counters.size(), good.size() < counters.size(), sound);
    }

    void start(String namespace, String name, Attributes attributes) {
        boolean signing = namespace.equals(XmlSignatures.NAMESPACE);
        Open parent = open.peek();
        String known = signing || namespace.startsWith(XADES) ? name : "";
        boolean counter =
                signing && name.equals("Signature") && parent != null && parent.name.equals("CounterSignature");
        open.push(new Open(known, counter, attributes));
        if (signing && name.equals("SignatureValue") && parent != null) {
            parent.value = value(attributes, "Id");
            parent.values++;
        } else if (signing && name.equals("Transform")) {
            above(2).transformed |= !XmlSignatures.SAME_CONTENT.contains(value(attributes, "Algorithm"));
        }
    }

    void end() {
        Open ended = open.pop();
        if (ended.name.equals("Reference") && above(0).name.equals("SignedInfo") && !ended.transformed) {
            above(1).references.add(ended.uri);
        }
        if (ended.counter) {
            Open holder = above(STEPS - 1);
            // Its value stands before what holds the counter-signature; another one there may be that of another
            // signature.
            boolean signs = holder.name.equals("Signature")
                    && holder.values == 1
                    && !holder.value.isEmpty()
                    && ended.references.contains("#" + holder.value);
            counters.add(new Counter(ended.id, holder.value, signs));
        }
    }

    private static String value(Attributes attributes, String name) {
        return Objects.requireNonNullElse(attributes.getValue(name), "");
    }

    /** @param steps outwards from the innermost that is open */
    private Open above(int steps) {
        return open.stream().skip(steps).findFirst().orElseGet(() -> new Open("", false, new AttributesImpl()));
    }
}
