// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.credential.Credential;
import cat.segell.credential.PinEntry;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertRevoked;
import cat.segell.problem.CertificateProblem.CertSuspended;
import cat.segell.problem.Problem;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.problem.RevocationReason;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that its issuer took back: said before the PIN. */
class RevokedSignerTest {

    private static final String HOLDER = "Maria Prova Inventada";

    private final TestPki pki = TestPki.create();
    private final List<BatchEvent> events = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path one = Path.of("");
    private Path two = Path.of("");

    @BeforeEach
    void writeDocuments() throws Exception {
        one = TestPdf.pages(folder.resolve("one.pdf"), 1);
        two = TestPdf.pages(folder.resolve("two.pdf"), 1);
    }

    @Test
    void asksNobodyForAPin() {
        Instant since = Instant.parse("2026-03-01T08:00:00Z");
        assertRefused(
                new Revoked(since, RevocationReason.KEY_COMPROMISE),
                new CertRevoked(HOLDER, since, RevocationReason.KEY_COMPROMISE));
        assertRefused(new Suspended(since), new CertSuspended(HOLDER, since));
    }

    private void assertRefused(RevocationState state, Problem problem) {
        KeyInMemory key = key(request());
        BatchResult result = run(key, key.credential(), state, _ -> {
            throw new AssertionError("a PIN was asked for");
        });
        assertThat(result.documents()).containsExactly(new Failed(one, problem), new Failed(two, problem));
        assertThat(key.opened()).isZero();
        assertThat(folder.toFile().list()).doesNotContain("one-signed.pdf", "two-signed.pdf");
    }

    /** No way round: who may sign with an expired one may not with a revoked one. */
    @Test
    void refusesAnExpiredOneThatWasRevokedEvenWhereExpiredOnesMaySign() {
        KeyInMemory key = key(request().expired());
        BatchResult result = run(
                key,
                key.credential(),
                new Revoked(Instant.EPOCH, RevocationReason.SUPERSEDED),
                KeyInMemory.rightPin(),
                true);
        assertThat(((Failed) result.documents().getFirst()).problem()).isInstanceOf(CertRevoked.class);
    }

    /** What the certificate says itself needs no question. */
    @Test
    void asksNoIssuerOfACertificateThatCannotSignAnyway() {
        KeyInMemory key = key(request().expired());
        BatchResult result = run(key, key.credential(), new Good(), KeyInMemory.rightPin());
        assertThat(((Failed) result.documents().getFirst()).problem()).isInstanceOf(CertExpired.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void asksNoIssuerOfPracticeMeans() {
        KeyInMemory key = key(request());
        Credential real = key.credential();
        Credential practice =
                new Credential(real.id(), real.key(), real.certificate(), real.issuers(), real.token(), true);
        run(key, practice, new Revoked(Instant.EPOCH, RevocationReason.SUPERSEDED), KeyInMemory.rightPin());
        assertThat(asked).isEmpty();
        assertThat(key.signed()).isEqualTo(2);
    }

    @Test
    void signsAndSaysSoWhereItCannotBeFoundOut() {
        RevocationState state = new NotKnown(new RevocationUnstated());
        KeyInMemory key = key(request());
        BatchResult result = run(key, key.credential(), state, KeyInMemory.rightPin());
        assertThat(result.documents()).hasOnlyElementsOfType(Signed.class);
        assertThat(events.getFirst()).isEqualTo(new BatchEvent.Checked(state));
    }

    /** Evidence is this very answer. */
    @Test
    void asksNobodyForAPinWhereEvidenceIsRequiredAndNobodyGivesIt() {
        KeyInMemory key = key(request());
        BatchResult result = run(
                key,
                key.credential(),
                new NotKnown(new RevocationUnstated()),
                _ -> {
                    throw new AssertionError("a PIN was asked for");
                },
                Profiles.required(SignatureProfile.pades(SignatureLevel.LT)),
                false);
        assertThat(result.documents())
                .containsExactly(new Failed(one, new RevocationUnstated()), new Failed(two, new RevocationUnstated()));
        assertThat(key.opened()).isZero();
    }

    @Test
    void asksOnceForAWholeBatch() {
        KeyInMemory key = key(request());
        run(key, key.credential(), new Good(), KeyInMemory.rightPin());
        assertThat(asked).hasSize(1);
        assertThat(events)
                .startsWith(new BatchEvent.Checked(new Good()))
                .hasAtLeastOneElementOfType(BatchEvent.Opened.class);
    }

    @Test
    void saysSoWhereNobodyWasAsked() {
        KeyInMemory key = key(request());
        run(key, key.credential(), new NotAsked(), KeyInMemory.rightPin());
        assertThat(events).startsWith(new BatchEvent.Checked(new NotAsked()));
        assertThat(key.signed()).isEqualTo(2);
    }

    private CertificateRequest request() {
        return pki.request(TestPki.EMPLOYEE, KeyKind.P256);
    }

    private KeyInMemory key(CertificateRequest request) {
        return new KeyInMemory(pki.issue(request));
    }

    private BatchResult run(KeyInMemory key, Credential credential, RevocationState state, PinEntry entry) {
        return run(key, credential, state, entry, false);
    }

    private BatchResult run(
            KeyInMemory key, Credential credential, RevocationState state, PinEntry entry, boolean allowExpired) {
        return run(key, credential, state, entry, SignatureProfile.pades(SignatureLevel.B), allowExpired);
    }

    private BatchResult run(
            KeyInMemory key,
            Credential credential,
            RevocationState state,
            PinEntry entry,
            SignatureProfile profile,
            boolean allowExpired) {
        BatchRequest request = new BatchRequest(
                List.of(BatchDocument.of(one), BatchDocument.of(two)),
                credential,
                profile,
                Optional.empty(),
                false,
                allowExpired);
        return new SignBatch(key, new PadesSigner(List.of()), Optional.empty(), folder.resolve("home"))
                .asking((certificate, others) -> {
                    assertThat(certificate).isEqualTo(credential.certificate());
                    assertThat(others).isEqualTo(credential.issuers());
                    asked.add("asked");
                    return state;
                })
                .run(request, entry, events::add, () -> false);
    }
}
