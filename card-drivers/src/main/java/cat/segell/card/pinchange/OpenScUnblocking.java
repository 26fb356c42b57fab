// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.host.HostSetup;
import cat.segell.document.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * OpenSC takes a PUK through PKCS#11 only where its configuration allows it: then as the old PIN of C_SetPIN in a session
 * without a login (opensc.conf(5), user_pin_unblock_style). The person's own configuration stays as it is; the process that
 * unblocks gets a copy with the one setting in front. It decides what OpenSC loads where the PUK goes: nobody else writes it.
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
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ALLOWED.getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(present(setup));
        PrivateFolder folder = PrivateFolder.at(setup.folder());
        Path part = folder.write(UUID.randomUUID() + ".part", content.toByteArray());
        Path own = Files.move(part, folder.resolve("opensc-unblock.conf"), StandardCopyOption.ATOMIC_MOVE);
        return setup.with(setup.environment().with(VARIABLE, own.toString()));
    }

    /** As it is, in whatever encoding; what can't be read OpenSC couldn't read either. */
    private static byte[] present(HostSetup setup) {
        Optional<Path> file = file(setup);
        try {
            return file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private static Optional<Path> file(HostSetup setup) {
        return Stream.concat(
                        Stream.ofNullable(setup.environment().variables().get(VARIABLE)),
                        Stream.of("/etc/opensc/opensc.conf", "/etc/opensc.conf", "/Library/OpenSC/etc/opensc.conf"))
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
    }
}
