// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.log.LogFile;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.program.Segell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the process starts and ends. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofProcess()));
    }

    /** @return exit status */
    static int run(String[] args, Terminal terminal) {
        HomeVariable.obey(terminal.environment());
        tellFaults(args, terminal);
        return Segell.run(args, terminal, DesktopWindow::open, LogFile::open);
    }

    public static void tellFaults(String[] args, Terminal terminal) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> fault(terminal, args, thread, fault));
    }

    /** The last resort: what no command expected, on whatever thread. */
    private static void fault(Terminal terminal, String[] args, Thread thread, Throwable fault) {
        LOG.error("uncaught on {}", thread.getName(), fault);
        // No exit: it would wait for shutdown hooks that may hang on the thread that failed.
        Runtime.getRuntime().halt(Segell.fault(args, terminal, fault));
    }
}
