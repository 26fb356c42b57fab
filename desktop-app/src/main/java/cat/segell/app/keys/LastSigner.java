// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.certificate.CertificateFacts;
import cat.segell.document.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed last, to begin with next time. Kept as hashes behind a random number of this file alone: it names nobody, and
 * doesn't tell that the same person signs elsewhere.
 */
public final class LastSigner {

    private static final int SALT = 16;

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}) ([0-9a-f]{64}) ([0-9a-f]{64})\n");

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param file made when there is something to remember */
    public LastSigner(Path file) {
        this.file = file;
    }

    /**
     * One who signed.
     *
     * @param certificate hash of it
     * @param line hash of holder, organisation, kind and use: what stays when a certificate is renewed
     */
    public record Mark(String salt, String certificate, String line) {

        private static Mark of(CertificateFacts facts, String salt) {
            return new Mark(salt, hash(salt, List.of(facts.sha256())), hash(salt, whoAndWhat(facts)));
        }

        /** Whether it is this certificate. */
        public boolean is(CertificateFacts facts) {
            return of(facts, salt).certificate().equals(certificate);
        }

        /** Whether it is this holder's, for the same organisation, of the same kind. */
        public boolean isOfTheSame(CertificateFacts facts) {
            return of(facts, salt).line().equals(line);
        }

        private static List<String> whoAndWhat(CertificateFacts facts) {
            return List.of(
                    facts.nif().orElse(""),
                    facts.nif().isPresent() ? "" : facts.holder(),
                    facts.organisation().orElse(""),
                    facts.kind().name(),
                    facts.level().map(Enum::name).orElse(""),
                    facts.purpose().name());
        }

        /** No part can stand for the end of one and the beginning of the next. */
        private static String hash(String salt, List<String> parts) {
            StringBuilder all = new StringBuilder(salt);
            parts.forEach(
                    part -> all.append('\n').append(part.length()).append(' ').append(part));
            return DigestAlgorithm.SHA256
                    .of(all.toString().getBytes(StandardCharsets.UTF_8))
                    .hex();
        }
    }

    /** Nobody where nobody has signed yet; a file that can't be read has nothing to say: the person chooses. */
    public Optional<Mark> read() {
        try {
            Matcher line = LINE.matcher(Files.readString(file));
            return line.matches()
                    ? Optional.of(new Mark(line.group(1), line.group(2), line.group(3)))
                    : Optional.empty();
        } catch (IOException nothingYet) {
            return Optional.empty();
        }
    }

    public void signed(CertificateFacts facts) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Mark mark = Mark.of(facts, HexFormat.of().formatHex(salt));
        Remembered.write(file, mark.salt() + " " + mark.certificate() + " " + mark.line() + "\n");
    }
}
