// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.host.HostSetup;
import cat.segell.document.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenSC takes a PUK through PKCS#11 only where its configuration allows it: then as the old PIN of C_SetPIN in a session
 * without a login (opensc.conf(5), user_pin_unblock_style). The person's own configuration stays as it is; the process that
 * unblocks gets a copy with the one setting in front. It decides what OpenSC loads where the PUK goes: nobody else writes it.
 * Each unblocking has a copy of its own, for as long as it lasts: another one may stand on another configuration.
 *
 * @param setup for processes that unblock, and do nothing else
 */
record OpenScUnblocking(HostSetup setup, Path copy) implements AutoCloseable {

    private static final String VARIABLE = "OPENSC_CONF";

    private static final String ALLOWED = """
        app opensc-pkcs11 {
            pkcs11 {
                user_pin_unblock_style = set_pin_in_unlogged_session;
            }
        }
        """;

    /** With the number of the process that made it. */
    private static final Pattern COPY = Pattern.compile("opensc-unblock-(\\d{1,18})-.*\\.conf");

    static OpenScUnblocking of(HostSetup setup) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ALLOWED.getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(present(setup));
        PrivateFolder folder = PrivateFolder.at(setup.folder());
        removeAbandoned(setup.folder());
        String name = "opensc-unblock-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".conf";
        Path copy = folder.write(name, content.toByteArray());
        return new OpenScUnblocking(setup.with(setup.environment().with(VARIABLE, copy.toString())), copy);
    }

    /** Those of processes that were killed over it. */
    private static void removeAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher copy = COPY.matcher(String.valueOf(file.getFileName()));
                if (copy.matches()
                        && ProcessHandle.of(Long.parseLong(copy.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException stays) {
            // It holds no secret, and the next unblocking tries again.
        }
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
