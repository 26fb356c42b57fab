// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Shell;
import cat.segell.card.fixture.Signatures;
import cat.segell.credential.BatchPin;
import cat.segell.credential.Credential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinState;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.problem.KeyProblem.KeyFileMissing;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.PinProblem.PasswordWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.FileIsFolder;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileSourceTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    private final KeyFileSource source = new KeyFileSource();

    @Test
    void refusesWrongPassword() {
        Path file = keyFile();
        assertThat(problem(file, "wrong")).isEqualTo(new PasswordWrong(file));
    }

    @Test
    void neverRepeatsARefusedPassword() throws Exception {
        Path file = keyFile();
        Person person = Person.entering("wrong", "abc");
        try (BatchPin pin = new BatchPin(person)) {
            assertThat(Problems.of(() -> find(file, pin))).isInstanceOf(PasswordWrong.class);
            assertThat(find(file, pin)).hasSize(1);
        }
        assertThat(person.asked()).hasSize(2);
    }

    @Test
    void asksForTheSecretOnceInABatch() throws Exception {
        Person person = Person.entering("abc");
        try (BatchPin pin = new BatchPin(person)) {
            Credential found = find(keyFile(), pin).getFirst();
            try (OpenCredential open = source.open(found, pin)) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(person.asked()).hasSize(1);
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path file = folder.resolve("no.p12");
        assertThat(problem(file, "abc")).isEqualTo(new KeyFileMissing(file));
    }

    @Test
    void refusesWhatIsNoKeyFile() throws Exception {
        for (byte[] content : List.of(
                new byte[0],
                "no és un fitxer de claus".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                new byte[KeyFileContent.LARGEST + 1])) {
            Path file = Files.write(folder.resolve("broken.p12"), content);
            assertThat(problem(file, "abc")).isEqualTo(new KeyFileBroken(file));
        }
        assertThat(problem(folder, "abc")).isEqualTo(new FileIsFolder(folder));
    }

    /** The third one begins as one and is longer than it can be. */
    @ParameterizedTest
    @ValueSource(
            strings = {"# Segell\n", "%PDF-1.7\n", "0\u007f\u0002\u0001\u0003", "0\u0003\u0001\u0001\u0003", "\u0000"})
    void asksNobodyForThePasswordOfWhatIsNoKeyFile(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.p12"), content, StandardCharsets.ISO_8859_1);
        Person person = Person.entering("abc");
        assertThat(Problems.of(() -> find(file, person))).isEqualTo(new KeyFileBroken(file));
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void refusesTruncatedFile() throws Exception {
        byte[] whole = Files.readAllBytes(keyFile());
        Path file = folder.resolve("cut.p12");
        for (int length = 1; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(problem(file, "abc")).as("%s bytes", length).isEqualTo(new KeyFileBroken(file));
        }
    }

    @Test
    void changedBytesEndInAProblem() throws Exception {
        byte[] whole = Files.readAllBytes(keyFile());
        Path file = folder.resolve("changed.p12");
        Random random = new Random(7);
        for (int round = 0; round < 150; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            try {
                assertThat(find(file, Person.entering("abc"))).hasSize(1);
            } catch (ProblemException expected) {
                assertThat(expected.problem()).isInstanceOfAny(PasswordWrong.class, KeyProblem.class);
            }
        }
    }

    @Test
    void listsNothingUnasked() {
        assertThat(source.list()).isEqualTo(Listing.NOTHING);
    }

    @Test
    void registersNoProvider() throws Exception {
        List<Provider> before = List.of(Security.getProviders());
        find(keyFile(), Person.entering("abc"));
        assertThat(Security.getProviders()).containsExactlyElementsOf(before);
    }

    @Test
    void showsAllKeysOfAFileAndFindsEachByItsCertificate() throws Exception {
        IssuedKey first = PKI.signer(KeyKind.P256);
        IssuedKey second = PKI.signer(KeyKind.P384);
        Path file = IssuedKey.writePkcs12(folder.resolve("two.p12"), "abc", List.of(first, second));
        List<Credential> both = find(file, Person.entering("abc"));
        assertThat(both).hasSize(2);
        for (Credential each : both) {
            String sha256 = each.id().certificateSha256();
            assertThat(each.key()).isEqualTo("pkcs12:" + file + "?id=" + sha256);
            assertThat(source.find(new KeyFile(file, Optional.of(sha256)), Person.entering("abc")))
                    .singleElement()
                    .isEqualTo(each);
        }
        KeyFile other = new KeyFile(file, Optional.of("0".repeat(64)));
        assertThat(Problems.of(() -> source.find(other, Person.entering("abc"))))
                .isInstanceOf(KeyNotFound.class);
    }

    @Test
    void carriesTheIssuers() throws Exception {
        assertThat(find(keyFile(), Person.entering("abc")).getFirst().issuers()).containsExactly(PKI.certificate());
    }

    @Test
    void refusesAFileThatWasExchanged() throws Exception {
        Path file = keyFile();
        Credential shown = find(file, Person.entering("abc")).getFirst();
        PKI.signer(KeyKind.P384).writePkcs12(file, "abc");
        assertThat(Problems.of(() -> source.open(shown, Person.absent()))).isInstanceOf(KeyNotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void signsWithEveryKindOfKey(KeyKind kind) throws Exception {
        Path file = PKI.signer(kind).writePkcs12(folder.resolve("key.p12"), "abc");
        Credential found = find(file, Person.entering("abc")).getFirst();
        try (OpenCredential open = source.open(found, Person.entering("abc"))) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                assertThat(Signatures.fits(open, digest, false)).isTrue();
                assertThat(Signatures.fits(open, digest, true)).isTrue();
            }
        }
    }

    @Test
    @Tag("system")
    void tellsKeyWithoutCertificateFromCertificateWithoutKey() {
        pemFiles();
        openssl("-nocerts -inkey k.pem -out key.p12", "abc");
        openssl("-nokeys -in c.pem -out cert.p12", "abc");
        assertThat(problem(folder.resolve("key.p12"), "abc")).isInstanceOf(KeyWithoutCertificate.class);
        assertThat(problem(folder.resolve("cert.p12"), "abc")).isInstanceOf(CertWithoutKey.class);
    }

    @Test
    void asksForNoPasswordWhereThereIsNone() throws Exception {
        Path file = PKI.signer(KeyKind.P256).writePkcs12(folder.resolve("open.p12"), "");
        signsUnasked(file);
    }

    @ParameterizedTest
    @Tag("system")
    @ValueSource(strings = {"", "-legacy", "-nomac", "-keypbe NONE -certpbe NONE", "-keypbe NONE -certpbe NONE -nomac"})
    void opensWithoutPasswordWhatOpenSslWritesWithoutOne(String how) throws Exception {
        pemFiles();
        Path file = folder.resolve("open.p12");
        openssl("-inkey k.pem -in c.pem -out open.p12 " + how, "");
        signsUnasked(file);
    }

    private void signsUnasked(Path file) throws Exception {
        Credential found = find(file, Person.absent()).getFirst();
        assertThat(found.token().pin()).isEqualTo(PinState.NOT_NEEDED);
        try (OpenCredential open = source.open(found, Person.absent())) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    /** Nobody would be asked, and nothing can be signed: then it is said what is missing. */
    @Test
    void saysWhatAnOpenFileLacks() throws Exception {
        Path file = folder.resolve("cert.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("issuer", PKI.certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, new char[0]);
        }
        assertThat(Problems.of(() -> find(file, Person.absent()))).isInstanceOf(CertWithoutKey.class);
    }

    @ParameterizedTest
    @Tag("system")
    @ValueSource(
            strings = {
                "",
                "-legacy",
                "-nomac",
                "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1",
                "-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512"
            })
    void opensWhatOpenSslWrites(String how) throws Exception {
        pemFiles();
        for (String password : List.of("abc", "clau ñç·l €")) {
            Path file = folder.resolve("made.p12");
            openssl("-inkey k.pem -in c.pem -out made.p12 " + how, password);
            assertThat(problem(file, "wrong")).isInstanceOf(PasswordWrong.class);
            Credential found = find(file, Person.entering(password)).getFirst();
            try (OpenCredential open = source.open(found, Person.entering(password))) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
    }

    /** The last bytes of such a file: 32 of the check value, 22 with its salt, 4 with the rounds. */
    @Test
    void wrongCheckValueCountsAsWrongPassword() throws Exception {
        byte[] content = Files.readAllBytes(keyFile());
        KeyStore.getInstance("PKCS12").load(new ByteArrayInputStream(content), "abc".toCharArray());
        content[content.length - 40] ^= 1;
        Path file = Files.write(folder.resolve("mac.p12"), content);
        assertThat(problem(file, "abc")).isInstanceOf(PasswordWrong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PBEWithSHA1AndRC2_40",
                "PBEWithSHA1AndDESede",
                "PBEWithHmacSHA256AndAES_256",
                "PBEWithHmacSHA512AndAES_256"
            })
    void opensWhatJavaWrites(String algorithm) throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] secret = "abc".toCharArray();
        store.setEntry(
                "key",
                new KeyStore.PrivateKeyEntry(key.key(), new Certificate[] {key.certificate()}),
                new KeyStore.PasswordProtection(secret, algorithm, null));
        Path file = folder.resolve("java.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, secret);
        }
        Credential found = find(file, Person.entering("abc")).getFirst();
        assertThat(found.issuers()).as("nothing but its own certificate").isEmpty();
        try (OpenCredential open = source.open(found, Person.entering("abc"))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    private Path keyFile() {
        return PKI.signer(KeyKind.P256).writePkcs12(folder.resolve("key.p12"), "abc");
    }

    private void pemFiles() {
        IssuedKey key = PKI.signer(KeyKind.P256);
        key.writeKeyPem(folder.resolve("k.pem"));
        IssuedKey.writePem(folder.resolve("c.pem"), key.certificate());
    }

    private void openssl(String options, String password) {
        List<String> command = new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-passout", "pass:" + password));
        command.addAll(Arrays.asList(options.trim().split(" +")));
        Shell.run(folder, command.toArray(String[]::new));
    }

    private List<Credential> find(Path file, PinEntry entry) throws ProblemException {
        return source.find(new KeyFile(file, Optional.empty()), entry);
    }

    private Problem problem(Path file, String password) {
        return Problems.of(() -> find(file, Person.entering(password)));
    }
}
