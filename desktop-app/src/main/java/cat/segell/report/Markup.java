// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.text.Showable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTML that is XML too. Nobody writes a tag as text: what is text is escaped here, and nowhere else. */
sealed interface Markup {

    void write(StringBuilder out);

    /** What somebody else chose among it: it can neither become markup nor turn the writing's direction. */
    record Text(String text) implements Markup {
        @Override
        public void write(StringBuilder out) {
            out.append(escaped(text));
        }
    }

    /** Of ours alone, and without signs that mean something in HTML or XML: they can't be escaped in it. */
    record Style(String css) implements Markup {
        public Style {
            if (css.matches("(?s).*[<>&].*")) {
                throw new IllegalArgumentException("a style with signs of markup");
            }
        }

        @Override
        public void write(StringBuilder out) {
            out.append("<style>").append(css).append("</style>");
        }
    }

    /** @param name and the names of attributes: of ours alone */
    record Element(String name, Map<String, String> attributes, List<Markup> children) implements Markup {
        public Element {
            attributes = new TreeMap<>(attributes);
            children = List.copyOf(children);
        }

        @Override
        public void write(StringBuilder out) {
            out.append('<').append(name);
            attributes.forEach((key, value) -> out.append(' ')
                    .append(key)
                    .append("=\"")
                    .append(escaped(value))
                    .append('"'));
            if (children.isEmpty() && name.equals("meta")) {
                out.append("/>");
                return;
            }
            out.append('>');
            children.forEach(child -> child.write(out));
            out.append("</").append(name).append('>');
        }
    }

    static Markup text(String name, String text) {
        return element(name, new Text(text));
    }

    static Markup text(String name, Map<String, String> attributes, String text) {
        return new Element(name, attributes, List.of(new Text(text)));
    }

    static Markup element(String name, Markup... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    private static String escaped(String text) {
        // XML 1.0 §2.2: what is no character there would make the page unreadable.
        return Showable.of(text)
                .replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
