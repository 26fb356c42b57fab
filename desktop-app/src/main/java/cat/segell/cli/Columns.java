// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.text.Showable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of words under each other; the last column is not padded. */
public final class Columns {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    public void row(String... cells) {
        rows.add(Stream.of(cells).map(Showable::of).toList());
    }

    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.repeat(" ", width(i) - cell.length()).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
