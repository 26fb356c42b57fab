// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.problem.ProblemException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;

/** Starts the window by name, so that no command ever loads its toolkit. */
final class DesktopWindow {

    private DesktopWindow() {}

    /** @return exit status, once the window is closed */
    static int open(Start start, List<Path> files) throws ProblemException {
        try {
            return (int) MethodHandles.publicLookup()
                    .findStatic(
                            Class.forName("cat.segell.ui.Window"),
                            "open",
                            MethodType.methodType(int.class, Start.class, List.class))
                    .invoke(start, files);
        } catch (ProblemException | RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new LinkageError("the window is part of this application", impossible);
        }
    }
}
