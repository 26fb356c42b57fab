// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Wiring;
import cat.segell.app.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;

/** What {@code --trust} names: files, folders, and the practice authority. */
public record TrustWords(List<String> words) {

    public TrustWords {
        words = List.copyOf(words);
    }

    public boolean practice() {
        return words.contains(Wiring.PRACTICE);
    }

    public List<Path> places(Terminal terminal) {
        return words.stream()
                .filter(word -> !word.equals(Wiring.PRACTICE))
                .map(word -> terminal.resolve(Path.of(word)))
                .toList();
    }
}
