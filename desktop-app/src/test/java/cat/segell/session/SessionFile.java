// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session as written down.
 *
 * @param needs packages of the system, and {@link #RIGHT}; empty where none
 */
record SessionFile(Path file, List<String> needs, List<Step> steps) {

    /**
     * @param line where the command stands in the file
     * @param expected output, with wildcards
     */
    record Step(int line, String command, List<String> expected, int status) {}

    private static final String ENDING = ".session";
    private static final String NEEDS = "# needs:";

    /** To make namespaces and mount. */
    private static final String RIGHT = "CAP_SYS_ADMIN";

    static boolean is(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /** Of the file, without its ending. */
    String name() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    boolean privileged() {
        return needs.contains(RIGHT);
    }

    List<String> packages() {
        return needs.stream().filter(need -> !need.equals(RIGHT)).toList();
    }

    static SessionFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> needs = !lines.isEmpty() && lines.getFirst().startsWith(NEEDS)
                ? List.of(lines.getFirst().substring(NEEDS.length()).strip().split(" +"))
                : List.of();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("$ ")) {
                steps.add(step(lines, i));
            }
        }
        if (steps.isEmpty()) {
            throw new IOException("no command in " + file);
        }
        return new SessionFile(file, needs, steps);
    }

    private static Step step(List<String> lines, int at) {
        List<String> expected = new ArrayList<>();
        int status = 0;
        for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
            String line = lines.get(i);
            if (line.startsWith("? ")) {
                status = Integer.parseInt(line.substring(2).strip());
                break;
            }
            if (!line.startsWith("# ")) {
                expected.add(line);
            }
        }
        return new Step(at + 1, lines.get(at).substring(2), expected, status);
    }
}
