// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a file that is being written beside its place, and what becomes of one whose writer was killed. */
final class PartFile {

    private static final Pattern NAME = Pattern.compile("\\.segell-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    /** Whoever writes a file touches it more often than that, whatever the clock of its server says. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private PartFile() {}

    /** A name that nothing has. */
    static Path in(Path folder) {
        return folder.resolve(".segell-" + UUID.randomUUID() + ".part");
    }

    static boolean is(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Takes away what nobody has written to for a day. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> ours = Files.newDirectoryStream(folder, PartFile::is)) {
            for (Path each : ours) {
                if (isAbandoned(each)) {
                    WorkFolder.delete(each);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Whether a file can be put there doesn't depend on that.
        }
    }

    private static boolean isAbandoned(Path file) {
        try {
            Instant written =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            return written.isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException _) {
            // Its writer has just put it into its place.
            return false;
        }
    }
}
