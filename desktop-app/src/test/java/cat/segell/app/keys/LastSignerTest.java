// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.CertificateFacts;
import cat.segell.ui.desk.People;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastSignerTest {

    private static final CertificateFacts CLERK = People.clerk().facts();
    private static final CertificateFacts RENEWED = People.clerkRenewed().facts();
    private static final CertificateFacts ELSEWHERE =
            People.clerkOf("Consell Comarcal", 2).facts();

    @TempDir
    Path home;

    private Path file;
    private LastSigner last;

    @BeforeEach
    void start() {
        file = home.resolve("signer");
        last = new LastSigner(file);
    }

    @Test
    void knowsTheCertificateAgain() {
        last.signed(CLERK);
        assertThat(last.read()).get().satisfies(mark -> {
            assertThat(mark.is(CLERK)).isTrue();
            assertThat(mark.is(RENEWED)).isFalse();
            assertThat(mark.is(ELSEWHERE)).isFalse();
        });
    }

    @Test
    void knowsTheSameHolderOfTheSameOrganisationAgain() {
        last.signed(CLERK);
        assertThat(last.read()).get().satisfies(mark -> {
            assertThat(mark.isOfTheSame(RENEWED)).isTrue();
            assertThat(mark.isOfTheSame(ELSEWHERE)).isFalse();
        });
    }

    @Test
    void onlyTheLastOneIsKept() {
        last.signed(CLERK);
        last.signed(ELSEWHERE);
        assertThat(last.read()).get().satisfies(mark -> {
            assertThat(mark.is(CLERK)).isFalse();
            assertThat(mark.is(ELSEWHERE)).isTrue();
        });
        assertThat(home).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whoItWasIsNotInTheFile() throws Exception {
        last.signed(CLERK);
        String first = Files.readString(file);
        assertThat(first)
                .matches("[0-9a-f]{32} [0-9a-f]{64} [0-9a-f]{64}\n")
                .doesNotContain(CLERK.sha256())
                .doesNotContain(CLERK.holder());
        last.signed(CLERK);
        assertThat(Files.readString(file).split(" "))
                .as("nothing that can be compared with another file")
                .doesNotContain(first.split(" "));
    }

    @Test
    void aDamagedFileNamesNobody() throws Exception {
        assertThat(last.read()).isEmpty();
        for (String damaged : new String[] {"", "x", "\0\n", "00 11 22\n"}) {
            Files.writeString(file, damaged);
            assertThat(last.read()).isEmpty();
        }
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(last.read()).isEmpty();
    }

    @Test
    void aFolderThatTakesNothingIsNoReasonNotToSign() {
        LastSigner nowhere = new LastSigner(home.resolve("missing").resolve("signer"));
        nowhere.signed(CLERK);
        assertThat(nowhere.read()).isEmpty();
    }
}
