// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.credential.CredentialId;
import cat.segell.credential.Pin;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.SingleFile;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.problem.KeyProblem.KeyFileMissing;
import cat.segell.problem.KeyProblem.KeyFileUnreadable;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.PinProblem.PasswordWrong;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PKCS#12 file as it was read once: what is opened later is just this, whatever happens to the file. */
public final class KeyFileContent {

    /** A key with a long chain has some ten kilobytes; whatever is larger than this is something else. */
    static final int LARGEST = 1 << 20;

    /** The JDK's own limit: a file that asks for more rounds only wants to keep this computer busy. */
    private static final String MOST_ROUNDS = "5000000";

    static {
        System.setProperty("org.bouncycastle.pkcs12.max_it_count", MOST_ROUNDS);
    }

    /**
     * A private key and its certificate.
     *
     * @param others all other certificates of the file
     */
    public record Entry(PrivateKey key, X509Certificate certificate, List<X509Certificate> others) {

        public Entry {
            others = List.copyOf(others);
        }

        public String sha256() {
            return CredentialId.sha256(certificate);
        }

        @Override
        public String toString() {
            return "Entry[" + sha256() + "]";
        }
    }

    private final Path file;
    private final byte[] content;

    private KeyFileContent(Path file, byte[] content) {
        this.file = file;
        this.content = content;
    }

    /** @throws ProblemException {@code FILE-IS-FOLDER}, {@code KEY-FILE-MISSING}, {@code KEY-FILE-UNREADABLE} or
     *     {@code KEY-FILE-BROKEN} */
    public static KeyFileContent read(Path file) throws ProblemException {
        SingleFile.demand(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST || !KeyFileForm.isBegun(content)) {
                throw new ProblemException(new KeyFileBroken(file));
            }
            return new KeyFileContent(file, content);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new KeyFileMissing(file), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new KeyFileUnreadable(file), e);
        } catch (IOException e) {
            throw new ProblemException(new KeyFileBroken(file), e);
        }
    }

    public Token token() {
        Path name = Objects.requireNonNullElse(file.getFileName(), file);
        String serial = DigestAlgorithm.SHA256.of(content).hex();
        return new Token(name.toString(), serial, PinState.READY, PinTries.ENOUGH).in(new TokenPlace.KeyFile());
    }

    /**
     * Every key that has a certificate; at least one.
     *
     * @throws ProblemException {@code PASSWORD-WRONG}, {@code KEY-FILE-BROKEN}, {@code KEY-WITHOUT-CERTIFICATE} or
     *     {@code CERT-WITHOUT-KEY}
     */
    public List<Entry> open(Pin password) throws ProblemException {
        char[] characters = password.characters();
        try {
            return open(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /**
     * What is in a file that has no password, or an empty one: whoever has the file has the key.
     *
     * @return nothing where it has a password, or can't be read at all
     * @throws ProblemException {@code KEY-WITHOUT-CERTIFICATE} or {@code CERT-WITHOUT-KEY}
     */
    public Optional<List<Entry>> openWithoutPassword() throws ProblemException {
        try {
            return Optional.of(open(new char[0]));
        } catch (ProblemException e) {
            if (e.problem() instanceof PasswordWrong || e.problem() instanceof KeyFileBroken) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Neither reader knows all files, so what one can't open the other tries; a wrong password is wrong for both. */
    private List<Entry> open(char[] password) throws ProblemException {
        try {
            return open(KeyStore.getInstance("PKCS12"), password);
        } catch (GeneralSecurityException | IOException | ProblemException first) {
            try {
                return open(KeyStore.getInstance("PKCS12", SoftwareKey.BOUNCY_CASTLE), password);
            } catch (GeneralSecurityException | IOException | ProblemException second) {
                throw failure(first, second);
            }
        }
    }

    /** What a file lacks is said by whoever could read it; Java's reader also passes over keys that aren't encrypted. */
    private ProblemException failure(Throwable first, Throwable second) {
        if (first instanceof ProblemException lacking) {
            return lacking;
        }
        if (second instanceof ProblemException lacking) {
            return lacking;
        }
        boolean wrong = blamesPassword(first) || blamesPassword(second);
        return new ProblemException(wrong ? new PasswordWrong(file) : new KeyFileBroken(file), second);
    }

    private static boolean blamesPassword(Throwable failure) {
        return failure instanceof UnrecoverableKeyException || failure.getCause() instanceof UnrecoverableKeyException;
    }

    private List<Entry> open(KeyStore store, char[] password)
            throws GeneralSecurityException, IOException, ProblemException {
        try {
            store.load(new ByteArrayInputStream(content), password);
            return entries(store, password);
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw new IOException("bytes that only begin like a key file", e);
        }
    }

    private List<Entry> entries(KeyStore store, char[] password) throws GeneralSecurityException, ProblemException {
        List<Entry> entries = new ArrayList<>();
        boolean keys = false;
        List<X509Certificate> certificates = certificates(store);
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                keys = true;
                entry(key, store.getCertificate(alias), certificates).ifPresent(entries::add);
            }
        }
        if (entries.isEmpty()) {
            String reference = KeyFileSource.reference(file);
            throw new ProblemException(keys ? new KeyWithoutCertificate(reference) : new CertWithoutKey(reference));
        }
        return entries;
    }

    private static Optional<Entry> entry(Key key, @Nullable Certificate certificate, List<X509Certificate> all) {
        if (!(certificate instanceof X509Certificate own) || !(key instanceof PrivateKey secret)) {
            return Optional.empty();
        }
        List<X509Certificate> others =
                all.stream().filter(each -> !each.equals(own)).toList();
        return Optional.of(new Entry(secret, own, others));
    }

    private static List<X509Certificate> certificates(KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            Certificate single = store.getCertificate(alias);
            for (Certificate each : chain != null ? chain : new Certificate[] {single}) {
                if (each instanceof X509Certificate certificate && !found.contains(certificate)) {
                    found.add(certificate);
                }
            }
        }
        return found;
    }
}
