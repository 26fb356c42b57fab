// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TrustUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

    private static final X509Certificate A = TestPki.create("CN=A").certificate();
    private static final X509Certificate B = TestPki.create("CN=B").certificate();
    private static final X509Certificate C = TestPki.create("CN=C").certificate();

    @TempDir
    private Path folder;

    @Test
    void readsSeveralCertificatesWithCommentsOfOnePem() throws ProblemException, IOException {
        Path file = IssuedKey.writePem(folder.resolve("two.txt"), A, B);
        Files.writeString(file, "Bag Attributes\n  name: A\n" + Files.readString(file) + "the end\n");
        assertThat(TrustStore.read(List.of(file))).containsExactly(A, B);
    }

    @Test
    void readsDer() throws ProblemException, IOException, CertificateEncodingException {
        Path file = Files.write(folder.resolve("a.bin"), A.getEncoded());
        assertThat(TrustStore.read(List.of(file))).containsExactly(A);
    }

    @Test
    void readsFolderByNameAndEachCertificateOnce() throws ProblemException, IOException, CertificateEncodingException {
        IssuedKey.writePem(folder.resolve("2.PEM"), B, A);
        Files.write(folder.resolve("1.der"), A.getEncoded());
        Files.writeString(folder.resolve("README.md"), "not a certificate");
        Files.createDirectory(folder.resolve("below.pem"));
        Path other = IssuedKey.writePem(folder.resolve("below.pem").resolve("c.crt"), C);
        assertThat(TrustStore.read(List.of(folder))).containsExactly(A, B);
        assertThat(TrustStore.read(List.of(other, folder))).containsExactly(C, A, B);
    }

    /** The home has one for whoever wants to lay something there. */
    @Test
    void emptyFolderThatNobodyNamedTrustsNobody() throws ProblemException {
        assertThat(TrustStore.readFolder(folder)).isEmpty();
    }

    /** Whoever names a folder expects something in it; also where another place has certificates. */
    @Test
    void refusesNamedFolderWithoutCertificate() throws IOException {
        refuses(folder);
        Path good = IssuedKey.writePem(folder.resolve("a.txt"), A);
        refuses(folder);
        assertThatThrownBy(() -> TrustStore.read(List.of(good, folder)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new TrustUnreadable(folder)));
    }

    @Test
    void refusesMissingFile() {
        refuses(folder.resolve("missing.pem"));
    }

    @Test
    void refusesFileWithoutCertificate() throws IOException {
        refuses(Files.writeString(folder.resolve("text.pem"), "no certificate in here\n"));
        refuses(Files.createFile(folder.resolve("empty.pem")));
        refuses(Files.write(folder.resolve("broken.der"), new byte[] {0x30, (byte) 0x82, 1, 2, 3}));
    }

    @Test
    void refusesPrivateKey() {
        refuses(TestPki.create().signer(KeyKind.P256).writeKeyPem(folder.resolve("key.pem")));
    }

    @Test
    void refusesCertificateThatIsCutOff() throws IOException {
        Path file = IssuedKey.writePem(folder.resolve("cut.pem"), A, B);
        String text = Files.readString(file);
        refuses(Files.writeString(file, text.substring(0, text.length() - 80)));
    }

    @Test
    void refusesFolderWithABrokenFileNamedLikeACertificate() throws IOException {
        IssuedKey.writePem(folder.resolve("good.pem"), A);
        Path broken = Files.writeString(folder.resolve("worse.crt"), "-----BEGIN CERTIFICATE-----\n");
        assertThatThrownBy(() -> TrustStore.read(List.of(folder)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new TrustUnreadable(broken)));
    }

    private void refuses(Path file) {
        assertThatThrownBy(() -> TrustStore.read(List.of(file)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new TrustUnreadable(file)));
    }
}
