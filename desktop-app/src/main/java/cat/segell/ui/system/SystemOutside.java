// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/** The real one. */
public final class SystemOutside implements Outside {

    /** Where Linux has them. On macOS they lie in /usr/local/lib or /Library, on Windows beside their programs: looked for from there. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Supplier<Stage> stage;
    private final Opener opener;
    private final Executor work;

    public SystemOutside(Supplier<Stage> stage, Opener opener, Executor work) {
        this.stage = stage;
        this.opener = opener;
        this.work = work;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("PDF", "*.pdf", "*.PDF"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseKeyFile(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("PKCS#12", "*.p12", "*.pfx", "*.P12", "*.PFX"));
        return Optional.ofNullable(chooser.showOpenDialog(stage.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseDriver(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("PKCS#11", "*.so", "*.so.*", "*.dll", "*.dylib"));
        if (Files.isDirectory(LIBRARIES)) {
            chooser.setInitialDirectory(LIBRARIES.toFile());
        }
        return Optional.ofNullable(chooser.showOpenDialog(stage.get())).map(File::toPath);
    }

    @Override
    public void open(Path file) {
        work.execute(() -> opener.open(file));
    }

    @Override
    public void reveal(Path file) {
        work.execute(() -> opener.reveal(file));
    }

    @Override
    public void browse(URI page) {
        work.execute(() -> opener.browse(page));
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public List<Path> pasted() {
        return Clipboard.getSystemClipboard().getFiles().stream()
                .map(File::toPath)
                .toList();
    }
}
