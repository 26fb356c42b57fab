// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By the command that each system has for it; no shell reads the names. */
public final class SystemOpener implements Opener {

    private static final Logger LOG = LoggerFactory.getLogger(SystemOpener.class);

    private final String system;

    public SystemOpener() {
        this(System.getProperty("os.name", ""));
    }

    SystemOpener(String system) {
        this.system = system.toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(Path file) {
        run(openCommand(file.toAbsolutePath()));
    }

    @Override
    public void reveal(Path file) {
        run(revealCommand(file.toAbsolutePath()));
    }

    @Override
    public void browse(URI page) {
        run(browseCommand(page));
    }

    List<String> openCommand(Path file) {
        return handler(file.toString());
    }

    List<String> browseCommand(URI page) {
        if (!"https".equals(page.getScheme())) {
            throw new IllegalArgumentException("no page of https: " + page);
        }
        return handler(page.toASCIIString());
    }

    private List<String> handler(String what) {
        if (system.contains("win")) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", what);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", what);
    }

    List<String> revealCommand(Path file) {
        if (system.contains("win")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (system.contains("mac")) {
            return List.of("open", "-R", file.toString());
        }
        Path folder = file.getParent();
        return List.of("xdg-open", (folder == null ? file : folder).toString());
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // Nothing is lost: path and address can be copied from the same place.
            LOG.warn("no program {} to show things with", command.getFirst(), e);
        }
    }
}
