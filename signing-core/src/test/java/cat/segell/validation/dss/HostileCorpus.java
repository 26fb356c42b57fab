// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Broken and hostile documents, each with what verifying it may say. Texts are read and written one byte a character. */
final class HostileCorpus {

    /** What may be said of a document. */
    enum Expected {
        /** Nobody may take it for what was signed. */
        NEVER_VALID,
        /** It may be valid: what differs is not what was signed. Nothing may break at it. */
        SURVIVED,
        /** Untouched: what shows that the others would be seen. */
        VALID
    }

    /**
     * @param name of its file, with an ending
     * @param content in bytes
     */
    record Sample(String name, byte[] content, Expected expected) {}

    private final List<Sample> samples = new ArrayList<>();

    /** Where one family is gathered: names and endings are given once. */
    final class Family {

        private final String name;
        private final String ending;
        private int number;

        private Family(String name, String ending) {
            this.name = name;
            this.ending = ending;
        }

        void add(Expected expected, byte[] content) {
            number++;
            samples.add(new Sample("%s-%03d.%s".formatted(name, number, ending), content, expected));
        }

        void hostile(byte[] content) {
            add(Expected.NEVER_VALID, content);
        }

        void hostile(String content) {
            hostile(bytes(content));
        }

        /** @throws IllegalStateException where it changes nothing: such a sample would show nothing */
        void hostile(String original, UnaryOperator<String> change) {
            String changed = change.apply(original);
            if (changed.equals(original)) {
                throw new IllegalStateException(name + " " + number + " changes nothing");
            }
            hostile(changed);
        }

        void replaced(String original, String what, String... others) {
            for (String other : others) {
                hostile(original, text -> replaceFirst(text, what, other));
            }
        }
    }

    Family family(String name, String ending) {
        return new Family(name, ending);
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    static String replaceFirst(String text, String what, String other) {
        int place = text.indexOf(what);
        if (place < 0) {
            throw new IllegalStateException("no " + what);
        }
        return text.substring(0, place) + other + text.substring(place + what.length());
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
