// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.terminal.Terminal;
import cat.segell.session.SessionPolicy;
import java.nio.file.Path;
import java.util.Arrays;

/** Segell in a process of its own, on a computer whose policy lies in a session's folder. */
final class SessionMain {

    private SessionMain() {}

    /** @param args the session's folder, then what Segell gets */
    public static void main(String[] args) {
        Terminal own = Terminal.ofProcess();
        Terminal terminal = new Terminal(
                own.out(),
                own.err(),
                own.in(),
                own.folder(),
                own.environment(),
                own.interactive(),
                SessionPolicy.in(Path.of(args[0])),
                own.secret());
        System.exit(Main.run(Arrays.copyOfRange(args, 1, args.length), terminal));
    }
}
