// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.system.Outside;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what the window asks of the system; a person there chooses what was laid ready. */
public final class NotedOutside implements Outside {

    private final List<Path> chosen = new ArrayList<>();
    private final List<Path> revealed = new ArrayList<>();
    private final List<URI> browsed = new ArrayList<>();
    private String copied = "";

    void choose(Path file) {
        chosen.add(file);
    }

    void chooseInstead(Path file) {
        chosen.clear();
        chosen.add(file);
    }

    List<Path> revealed() {
        return revealed;
    }

    List<URI> browsed() {
        return browsed;
    }

    String copied() {
        return copied;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return chosen;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return chosen.stream().findFirst();
    }

    @Override
    public Optional<Path> chooseKeyFile(String title) {
        return chosen.stream().findFirst();
    }

    @Override
    public Optional<Path> chooseDriver(String title) {
        return chosen.stream().findFirst();
    }

    @Override
    public void open(Path file) {
        revealed.add(file);
    }

    @Override
    public void reveal(Path file) {
        revealed.add(file);
    }

    @Override
    public void browse(URI page) {
        browsed.add(page);
    }

    @Override
    public void copy(String text) {
        copied = text;
    }

    @Override
    public List<Path> pasted() {
        return chosen;
    }
}
