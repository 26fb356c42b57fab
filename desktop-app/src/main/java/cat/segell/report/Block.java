// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import java.util.List;

/** A part of a page, as plain text. */
sealed interface Block {

    /** @param level from 1, the title */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** What is most important, and whether it is good: said in words too. */
    record Conclusion(Tone tone, String headline, List<String> sentences) implements Block {
        public Conclusion {
            sentences = List.copyOf(sentences);
        }
    }

    /** Of a conclusion. */
    enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    /** None of it is more important than the rest. */
    record Bullets(List<String> texts) implements Block {
        public Bullets {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param numbered whether the first column holds numbers, and needs little room
     * @param rows their first cell names the row; as many cells each as there are columns
     */
    record Table(String caption, boolean numbered, List<String> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The lines of a cell. */
    record Cell(List<String> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }

        static Cell of(String... lines) {
            return new Cell(List.of(lines));
        }
    }

    /** Names and what they stand for. */
    record Facts(String caption, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** @param code whether it is read sign by sign: a hash */
    record Fact(String name, String value, boolean code) {}
}
