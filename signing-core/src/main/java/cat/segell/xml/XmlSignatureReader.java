// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import cat.segell.xml.XmlSignatures.XmlSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.xml.sax.Attributes;

/** Goes through a document once; {@code path} counts where it is. */
final class XmlSignatureReader extends XmlReading.Handler {

    private static final Set<String> ID_NAMES = Set.of("Id", "ID", "id", "xml:id");

    /** How deep in a signature: SignedInfo, Reference, Transforms, Transform, XPath. */
    private static final int XPATH = 5;

    private final Map<String, String> prefixes = new HashMap<>();
    private final Set<String> rootIds = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final List<XmlSignature> signatures = new ArrayList<>();
    private final List<SignedReference> references = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final List<String> transforms = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final XmlCounterSignatures counters = new XmlCounterSignatures();
    private final XmlSignedProperties properties = new XmlSignedProperties();
    private boolean rootIsSignature;
    /** Whether any signature has such a name. */
    private boolean misnamed;

    private String id = "";
    private String uri = "";
    private String type = "";
    private String object = "";
    private boolean inSignedInfo;
    private String filter = "";
    private boolean own;
    private int depth;
    private int elements;
    /** Of the signature that is read, 0 outside. */
    private int signature;

    XmlSignatures found() {
        Set<String> shared = new HashSet<>(repeated);
        if (misnamed) {
            // Then no identifier tells which signature is meant.
            shared.addAll(ids);
        }
        return new XmlSignatures(
                rootIds,
                rootIsSignature,
                repeated,
                signatures.stream().map(each -> each.named(shared)).toList(),
                elements,
                properties.areSigned(),
                counters.found(repeated, misnamed));
    }

    @Override
    public void startPrefixMapping(String prefix, String namespace) {
        prefixes.put(prefix, namespace);
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        depth++;
        elements++;
        text.setLength(0);
        counters.start(namespace, name, attributes);
        properties.start(namespace, name, attributes);
        boolean signing = namespace.equals(XmlSignatures.NAMESPACE);
        identify(attributes);
        misnamed |= signing && name.equals("Signature") && ambiguous(attributes);
        if (signature == 0 && signing && name.equals("Signature")) {
            signature = depth;
            rootIsSignature |= depth == 1;
            id = value(attributes, "Id");
            references.clear();
            objects.clear();
        } else if (signature > 0 && depth == signature + XPATH) {
            filter = value(attributes, "Filter");
        } else if (signature > 0 && signing) {
            within(name, attributes);
        } else if (signature > 0 && depth == signature + 2) {
            own |= name.equals("QualifyingProperties") || name.equals("QualifyingPropertiesReference");
        }
    }

    private void identify(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (ID_NAMES.contains(attributes.getQName(i))) {
                String id = attributes.getValue(i);
                if (!ids.add(id)) {
                    repeated.add(id);
                }
                if (depth == 1) {
                    rootIds.add(id);
                }
            }
        }
    }

    /** Other programs may go by another identifier than its own. */
    private static boolean ambiguous(Attributes attributes) {
        long identifiers = IntStream.range(0, attributes.getLength())
                .filter(each -> attributes.getLocalName(each).equalsIgnoreCase("id"))
                .count();
        return identifiers != (attributes.getValue("Id") == null ? 0 : 1);
    }

    private void within(String name, Attributes attributes) {
        switch (depth - signature) {
            case 1 -> {
                inSignedInfo = name.equals("SignedInfo");
                own = false;
                object = value(attributes, "Id");
            }
            case 2 -> {
                if (name.equals("Reference")) {
                    transforms.clear();
                    uri = value(attributes, "URI");
                    type = value(attributes, "Type");
                }
            }
            case 4 -> {
                if (name.equals("Transform")) {
                    transforms.add(value(attributes, "Algorithm"));
                }
            }
            default -> {
                // Nothing that says what is signed.
            }
        }
    }

    private static String value(Attributes attributes, String name) {
        return Objects.requireNonNullElse(attributes.getValue(name), "");
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (signature > 0 && depth == signature + XPATH) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        if (signature > 0 && depth == signature + XPATH && name.equals("XPath")) {
            transforms.add(leavesOutSignatures() ? XmlSignatures.NO_SIGNATURES : text.toString());
        } else if (signature > 0 && namespace.equals(XmlSignatures.NAMESPACE)) {
            end(name);
        }
        counters.end();
        properties.end();
        depth--;
    }

    private void end(String name) {
        switch (depth - signature) {
            case 0 -> {
                signatures.add(new XmlSignature(id, references, objects));
                signature = 0;
            }
            case 1 -> {
                if (name.equals("Object") && !own) {
                    objects.add(object);
                }
            }
            case 2 -> {
                if (inSignedInfo && name.equals("Reference")) {
                    references.add(new SignedReference(uri, type, transforms));
                }
            }
            default -> {
                // see within
            }
        }
    }

    private boolean leavesOutSignatures() {
        String path = text.toString().replaceAll("\\s", "");
        return filter.isEmpty()
                ? names(path, "not(ancestor-or-self::", ":Signature)")
                : filter.equals("subtract") && names(path, "/descendant::", ":Signature");
    }

    /** An element of XML signatures, by its prefix. */
    private boolean names(String path, String start, String end) {
        return path.startsWith(start)
                && path.endsWith(end)
                && path.length() > start.length() + end.length()
                && XmlSignatures.NAMESPACE.equals(
                        prefixes.get(path.substring(start.length(), path.length() - end.length())));
    }
}
