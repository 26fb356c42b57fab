// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.nio.file.Path;

/** Hands files to the system's other programs. Slow: never on the window's thread. */
public interface Opener {

    /** Opens a file or folder with the program that the person has for it. */
    void open(Path file);

    /** Shows a file in its folder. */
    void reveal(Path file);
}
