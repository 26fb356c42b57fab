// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.network.Proxies;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationUntold;
import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With OpenSSL as the authority: its responder and its lists, which we didn't write. */
@Tag("system")
@Timeout(120)
class OpensslTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");

    private final TestPki pki = TestPki.create();
    private final TestStatusService service = TestStatusService.start(pki);
    private final IssuedKey signer = pki.issue(service.naming(pki.request(TestPki.EMPLOYEE, KeyKind.P256), Place.OCSP));
    private final IssuedKey listed = pki.issue(service.naming(pki.request(TestPki.EMPLOYEE, KeyKind.P256), Place.LIST));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheAuthority() throws IOException {
        IssuedKey.writePem(folder.resolve("ca.pem"), pki.certificate());
        pki.writeKeyPem(folder.resolve("ca.key"));
        write("responder", pki.responder());
        Files.createFile(folder.resolve("index.txt"));
        Files.writeString(folder.resolve("ca.cnf"), """
                [ca]
                default_ca = here
                [here]
                database = index.txt
                crlnumber = number
                default_md = sha256
                default_crl_days = 1
                """);
        Files.writeString(folder.resolve("number"), "01\n");
        service.answer(Place.OCSP, request -> respond(request, "responder"));
        service.answer(Place.LIST, _ -> list());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void write(String name, IssuedKey key) {
        IssuedKey.writePem(folder.resolve(name + ".pem"), key.certificate());
        key.writeKeyPem(folder.resolve(name + ".key"));
    }

    @Test
    void itsResponderIsUnderstood() throws IOException {
        enter(signer, "V", "");
        assertThat(state(signer)).isEqualTo(new Good());
        enter(signer, "R", "260301080000Z,keyCompromise");
        assertThat(state(signer)).isEqualTo(new Revoked(SINCE, RevocationReason.KEY_COMPROMISE));
        enter(signer, "R", "260301080000Z");
        assertThat(state(signer)).isEqualTo(new Revoked(SINCE, RevocationReason.UNSPECIFIED));
        enter(signer, "R", "260301080000Z,certificateHold");
        assertThat(state(signer)).isEqualTo(new Suspended(SINCE));
        Files.writeString(folder.resolve("index.txt"), "");
        assertThat(state(signer)).isEqualTo(new NotKnown(new RevocationUntold(service.address(Place.OCSP))));
    }

    @Test
    void itsAnswersInTheIssuersOwnNameAreUnderstood() throws IOException {
        service.answer(Place.OCSP, request -> respond(request, "ca"));
        enter(signer, "V", "");
        assertThat(state(signer)).isEqualTo(new Good());
        service.answer(Place.OCSP, request -> respond(request, "ca", "-resp_no_certs", "-resp_key_id"));
        assertThat(state(signer)).isEqualTo(new Good());
    }

    @Test
    void aResponderThatMayNotAnswerIsNotBelieved() throws IOException {
        enter(signer, "V", "");
        write("employee", pki.signer(KeyKind.P256));
        service.answer(Place.OCSP, request -> respond(request, "employee"));
        assertThat(state(signer)).isEqualTo(new NotKnown(new RevocationDoubtful(service.address(Place.OCSP))));
    }

    @Test
    void itsListsAreUnderstood() throws IOException {
        assertThat(state(listed)).isEqualTo(new Good());
        enter(listed, "R", "260301080000Z,superseded");
        assertThat(state(listed)).isEqualTo(new Revoked(SINCE, RevocationReason.SUPERSEDED));
        enter(listed, "R", "260301080000Z,certificateHold");
        assertThat(state(listed)).isEqualTo(new Suspended(SINCE));
    }

    /** The only line of its database. */
    private void enter(IssuedKey key, String status, String revoked) throws IOException {
        String serial = HexFormat.of()
                .withUpperCase()
                .formatHex(key.certificate().getSerialNumber().toByteArray());
        Files.writeString(
                folder.resolve("index.txt"),
                String.join("\t", status, "401231235959Z", revoked, serial, "unknown", "/CN=Maria") + "\n");
    }

    private byte[] respond(byte[] request, String responder, String... more) {
        try {
            Files.write(folder.resolve("request.der"), request);
            List<String> command = new ArrayList<>(List.of(
                    "openssl",
                    "ocsp",
                    "-index",
                    "index.txt",
                    "-CA",
                    "ca.pem",
                    "-ndays",
                    "1",
                    "-reqin",
                    "request.der",
                    "-respout",
                    "response.der",
                    "-rsigner",
                    responder + ".pem",
                    "-rkey",
                    responder + ".key"));
            command.addAll(List.of(more));
            run(command);
            return Files.readAllBytes(folder.resolve("response.der"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] list() {
        try {
            run(List.of(
                    "openssl",
                    "ca",
                    "-config",
                    "ca.cnf",
                    "-gencrl",
                    "-cert",
                    "ca.pem",
                    "-keyfile",
                    "ca.key",
                    "-out",
                    "list.pem"));
            run(List.of("openssl", "crl", "-in", "list.pem", "-outform", "DER", "-out", "list.crl"));
            return Files.readAllBytes(folder.resolve("list.crl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s said %s", command, said)
                .isZero();
    }

    private static RevocationState state(IssuedKey key) {
        try (RevocationHttp check =
                new RevocationHttp(true, Proxies.none(), InstantSource.system(), Duration.ofSeconds(60))) {
            return check.of(key.certificate(), key.issuers());
        }
    }
}
