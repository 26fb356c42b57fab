// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.card.file.KeyFileContent;
import cat.segell.credential.Pin;
import cat.segell.document.PrivateFolder;
import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * One practice authority and what it issued, as files: certificates in the clear, keys encrypted.
 *
 * @param folder complete from the moment it exists
 */
record PracticeSet(Path folder, X509Certificate authority) {

    private static final String AUTHORITY_FILE = "authority.cer";
    private static final String COUNTER_FILE = "tries";

    /** The time-stamp authority has no person who could enter anything: this only spares an unencrypted file. */
    private static final String TIMESTAMPS_PASSWORD = "practice";

    static boolean exists(Path folder) {
        return Files.isDirectory(folder);
    }

    static Path authorityFile(Path folder) {
        return folder.resolve(AUTHORITY_FILE);
    }

    static PracticeSet read(Path folder) throws ProblemException {
        return new PracticeSet(folder, certificate(folder.resolve(AUTHORITY_FILE)));
    }

    /** Whether a new one is due: the authority has expired, or the card that shall be about to expire now has. */
    boolean due(PracticeModel model, Instant now) throws ProblemException {
        return ended(authority, now)
                || (model == PracticeModel.EXPIRING && ended(certificate(PracticeProfile.SIGNATURE), now));
    }

    private static boolean ended(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotAfter().toInstant());
    }

    X509Certificate certificate(PracticeProfile profile) throws ProblemException {
        return certificate(folder.resolve(profile.certificateFile()));
    }

    /** @throws ProblemException {@code PIN-WRONG}: whoever calls this has counted the try */
    PrivateKey key(PracticeProfile profile, Pin pin) throws ProblemException {
        return KeyFileContent.read(folder.resolve(profile.keyFile()))
                .open(pin)
                .getFirst()
                .key();
    }

    PrivateKey timestampKey() throws ProblemException {
        try (Pin password = new Pin(TIMESTAMPS_PASSWORD.toCharArray())) {
            return key(PracticeProfile.TIMESTAMPS, password);
        }
    }

    TryCounter counter() {
        return new TryCounter(folder.resolve(COUNTER_FILE));
    }

    static X509Certificate certificate(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new ProblemException(new KeyFileBroken(file), e);
        }
    }

    /** Fills a new folder. */
    static void write(PrivateFolder folder, PracticeModel model, Instant now) throws IOException {
        try {
            PracticeCertificates certificates = new PracticeCertificates(model, now);
            for (PracticeProfile profile : model.profiles()) {
                KeyPair pair = switch (profile) {
                    // As on the T-CAT. Making one takes long: no other key of a set needs to be of this kind.
                    case SIGNATURE -> PracticeCertificates.rsaPair();
                    case AUTHENTICATION, MAYOR, TIMESTAMPS -> PracticeCertificates.ellipticPair();
                };
                X509Certificate own = certificates.issue(profile, pair.getPublic());
                String password = profile == PracticeProfile.TIMESTAMPS ? TIMESTAMPS_PASSWORD : PracticeCard.PIN;
                folder.write(profile.certificateFile(), own.getEncoded());
                folder.write(profile.keyFile(), keyFile(pair.getPrivate(), password, own, certificates.certificate()));
            }
            folder.write(AUTHORITY_FILE, certificates.certificate().getEncoded());
            folder.write(COUNTER_FILE, new byte[] {(byte) model.tries()});
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every JDK makes P-256 and RSA keys", e);
        }
    }

    private static byte[] keyFile(PrivateKey key, String password, Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("practice", key, password.toCharArray(), chain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }
}
