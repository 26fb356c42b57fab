// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files and folders of one command line: how they are found, and how they are called when speaking of them. */
public final class Inputs {

    private final Terminal terminal;
    private final List<Path> given;

    public Inputs(Terminal terminal, List<Path> given) {
        this.terminal = terminal;
        this.given = List.copyOf(given);
    }

    public List<Path> resolved() {
        return given.stream().map(terminal::resolve).toList();
    }

    /** As the person wrote it, with the path below it where that is a folder. */
    public String shown(Path input) {
        int at = position(input);
        if (at == given.size()) {
            return input.toString();
        }
        Path start = terminal.resolve(given.get(at));
        return input.equals(start)
                ? given.get(at).toString()
                : given.get(at).resolve(start.relativize(input)).toString();
    }

    /** The folder that the person named, as they wrote it, where a document lies in one below it. */
    public Optional<String> folder(Path input) {
        int at = position(input);
        if (at == given.size()) {
            return Optional.empty();
        }
        Path start = terminal.resolve(given.get(at));
        return start.relativize(input).getNameCount() > 1
                ? Optional.of(given.get(at).toString())
                : Optional.empty();
    }

    /** Which argument it came from: results are told in the order of the arguments. */
    public int position(Path input) {
        for (int i = 0; i < given.size(); i++) {
            if (input.equals(terminal.resolve(given.get(i)))) {
                return i;
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (input.startsWith(terminal.resolve(given.get(i)))) {
                return i;
            }
        }
        return given.size();
    }

    /** Relative where it lies below the folder that the command was typed in. */
    public static String near(Terminal terminal, Path path) {
        return path.startsWith(terminal.folder()) && !path.equals(terminal.folder())
                ? terminal.folder().relativize(path).toString()
                : path.toString();
    }
}
