// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Opens the window and returns when it is closed. */
@FunctionalInterface
public interface WindowOpener {

    /**
     * @return exit status
     * @throws ProblemException {@code DISPLAY-NONE}
     */
    int open(Start start, List<Path> files) throws ProblemException;
}
