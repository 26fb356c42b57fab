// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.net.URI;
import java.nio.file.Path;

/** Hands files and pages to the system's other programs. Slow: never on the window's thread. */
public interface Opener {

    /** Opens a file or folder with the program that the person has for it. */
    void open(Path file);

    /** Shows a file in its folder. */
    void reveal(Path file);

    /**
     * Opens a page in the browser that the person has for it.
     *
     * @param page of {@code https}: nothing else is handed to other programs
     */
    void browse(URI page);
}
