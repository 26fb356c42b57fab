// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.text.Language;
import java.util.List;

/** A report before it becomes a file. */
record Page(Language language, String title, String description, List<Block> blocks) {
    Page {
        blocks = List.copyOf(blocks);
    }
}
