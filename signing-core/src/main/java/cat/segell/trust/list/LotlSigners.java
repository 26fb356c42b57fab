// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.network.HttpAddress;
import cat.segell.problem.ListProblem.ListSignersBroken;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may sign the list of lists, and whose word that is: where all trust in the lists begins.
 *
 * @param address of the list of lists
 * @param notice address of the publication that names the signers
 * @param title what it is called
 * @param published when
 * @param file that took the place of the one in the build
 */
public record LotlSigners(
        URI address,
        String notice,
        String title,
        LocalDate published,
        List<X509Certificate> certificates,
        Optional<Path> file) {

    private static final String SHIPPED = "lotl.pem";
    private static final String BEGIN = "-----BEGIN CERTIFICATE";

    public LotlSigners {
        certificates = List.copyOf(certificates);
    }

    /** As the build has them. */
    public static LotlSigners shipped() {
        try (InputStream in = Objects.requireNonNull(LotlSigners.class.getResourceAsStream(SHIPPED))) {
            return of(in.readAllBytes(), Optional.empty());
        } catch (IOException | Unreadable e) {
            throw new LinkageError("the build has " + SHIPPED, e);
        }
    }

    /**
     * From a file that takes their place.
     *
     * @throws ProblemException {@code LIST-SIGNERS-BROKEN}: half of it is worth nothing
     */
    public static LotlSigners read(Path file) throws ProblemException {
        try {
            return of(Files.readAllBytes(file), Optional.of(file));
        } catch (IOException e) {
            throw new ProblemException(new ListSignersBroken(file, "-"), e);
        } catch (Unreadable e) {
            throw new ProblemException(new ListSignersBroken(file, e.where), e);
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        /** The line that is missing or wrong. */
        private final String where;

        Unreadable(String where) {
            super(where);
            this.where = where;
        }
    }

    private static LotlSigners of(byte[] content, Optional<Path> file) throws Unreadable {
        Map<String, String> lines = new HashMap<>();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> !line.startsWith(BEGIN))
                .filter(line -> !line.startsWith("#") && line.contains(": "))
                .forEach(line -> lines.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        return new LotlSigners(
                address(value(lines, "Address"), "Address"),
                address(value(lines, "Notice"), "Notice").toString(),
                value(lines, "Title"),
                date(value(lines, "Published")),
                certificates(content),
                file);
    }

    private static String value(Map<String, String> lines, String name) throws Unreadable {
        String value = lines.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new Unreadable(name);
        }
        return value;
    }

    private static URI address(String text, String name) throws Unreadable {
        return HttpAddress.of(text).orElseThrow(() -> new Unreadable(name));
    }

    private static LocalDate date(String text) throws Unreadable {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw (Unreadable) new Unreadable("Published").initCause(e);
        }
    }

    private static List<X509Certificate> certificates(byte[] content) throws Unreadable {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
                certificates.add((X509Certificate) each);
            }
        } catch (CertificateException e) {
            throw (Unreadable) new Unreadable("CERTIFICATE").initCause(e);
        }
        long begun = new String(content, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(BEGIN))
                .count();
        // The JDK leaves a last block that is cut off out without a word.
        if (certificates.isEmpty() || certificates.size() < begun) {
            throw new Unreadable("CERTIFICATE");
        }
        return certificates;
    }
}
