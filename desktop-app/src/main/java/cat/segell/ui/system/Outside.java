// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The system around the window: its dialogs for files, its programs, its clipboard. */
public interface Outside {

    /** @return empty when the person cancelled */
    List<Path> chooseFiles(String title);

    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseKeyFile(String title);

    /** A PKCS#11 module. */
    Optional<Path> chooseDriver(String title);

    void open(Path file);

    void reveal(Path file);

    /** Opens a page in the person's browser; only where the person asked for it. */
    void browse(URI page);

    void copy(String text);

    /** Files on the clipboard. */
    List<Path> pasted();
}
