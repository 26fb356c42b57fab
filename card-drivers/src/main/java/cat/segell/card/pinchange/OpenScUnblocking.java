// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.host.HostSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * OpenSC takes a PUK through PKCS#11 only where its configuration allows it: then as the old PIN of C_SetPIN in a session
 * without a login (opensc.conf(5), user_pin_unblock_style). The person's own configuration stays as it is; the process that
 * unblocks gets a copy with the one setting in front.
 */
final class OpenScUnblocking {

    private static final String VARIABLE = "OPENSC_CONF";

    private static final String ALLOWED = """
        app opensc-pkcs11 {
            pkcs11 {
                user_pin_unblock_style = set_pin_in_unlogged_session;
            }
        }
        """;

    private OpenScUnblocking() {}

    /** A setup for processes that unblock, and do nothing else. */
    static HostSetup of(HostSetup setup) throws IOException {
        Path own = Files.createDirectories(setup.folder()).resolve("opensc-unblock.conf");
        Optional<Path> present = present(setup);
        Files.writeString(own, ALLOWED + (present.isPresent() ? Files.readString(present.get()) : ""));
        return setup.with(setup.environment().with(VARIABLE, own.toString()));
    }

    private static Optional<Path> present(HostSetup setup) {
        return Stream.concat(
                        Stream.ofNullable(setup.environment().variables().get(VARIABLE)),
                        Stream.of("/etc/opensc/opensc.conf", "/etc/opensc.conf", "/Library/OpenSC/etc/opensc.conf"))
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
    }
}
