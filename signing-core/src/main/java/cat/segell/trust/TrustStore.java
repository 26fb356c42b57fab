// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TrustUnreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Certificates from files: PEM with one or several, DER, and folders of such files. */
public final class TrustStore {

    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");

    private TrustStore() {}

    /**
     * @param pemOrFolders of a folder only files that end like certificates are read, sorted by name, without folders below
     * @return each certificate once, in order
     * @throws ProblemException {@link TrustUnreadable} with the file or folder that is missing, can't be read, or holds no
     *     certificate: what was named must not be left out silently
     */
    public static List<X509Certificate> read(List<Path> pemOrFolders) throws ProblemException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (Path path : pemOrFolders) {
            List<X509Certificate> found = Files.isDirectory(path) ? readFolder(path) : certificates(path);
            if (found.isEmpty()) {
                throw new ProblemException(new TrustUnreadable(path));
            }
            certificates.addAll(found);
        }
        return List.copyOf(certificates);
    }

    /**
     * As {@link #read}, of a folder that nobody named: it may hold no certificate at all.
     *
     * @throws ProblemException {@link TrustUnreadable}
     */
    public static List<X509Certificate> readFolder(Path folder) throws ProblemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files(folder)) {
            certificates.addAll(certificates(file));
        }
        return certificates;
    }

    private static List<Path> files(Path folder) throws ProblemException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, TrustStore::namedLikeCertificate)) {
            entries.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new ProblemException(new TrustUnreadable(folder), e);
        }
        files.sort(null);
        return files;
    }

    private static boolean namedLikeCertificate(Path file) {
        String name = file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && Files.isRegularFile(file);
    }

    private static List<X509Certificate> certificates(Path file) throws ProblemException {
        List<X509Certificate> certificates = new ArrayList<>();
        byte[] content;
        try {
            content = Files.readAllBytes(file);
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
            for (Certificate certificate : read) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException e) {
            throw new ProblemException(new TrustUnreadable(file), e);
        }
        // The JDK leaves a last block that is cut off out without a word.
        if (certificates.isEmpty() || certificates.size() < begun(content)) {
            throw new ProblemException(new TrustUnreadable(file));
        }
        return certificates;
    }

    private static long begun(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("-----BEGIN CERTIFICATE"))
                .count();
    }
}
