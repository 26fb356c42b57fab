// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.SignBatch;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.credential.Credential;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertRevoked;
import cat.segell.problem.RevocationReason;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.trust.revocation.RevocationState.Revoked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card whose certificate was revoked gets no PIN: counted on the card. */
@Tag("system")
@Tag("privileged")
class RevokedCardTest {

    @TempDir
    Path folder;

    @Test
    void seesNoPin() throws Exception {
        Path document = TestPdf.pages(folder.resolve("decree.pdf"), 1);
        VirtualPivCard card = VirtualPivCard.employee(TestPki.create());
        Person person = Person.absent();
        try (PcscDaemon daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
                Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup())) {
            daemon.reader().insert(card);
            Revoked revoked = new Revoked(Instant.EPOCH, RevocationReason.KEY_COMPROMISE);
            BatchResult result = new SignBatch(
                            source, new PadesSigner(List.of()), Optional.empty(), folder.resolve("home"))
                    .asking((_, _) -> revoked)
                    .run(request(VirtualPivCard.signer(source), document), person, _ -> {}, () -> false);
            assertThat(((Failed) result.documents().getFirst()).problem()).isInstanceOf(CertRevoked.class);
        }
        assertThat(card.history().verifications()).isZero();
        assertThat(person.asked()).isEmpty();
    }

    private static BatchRequest request(Credential signer, Path document) {
        return new BatchRequest(
                List.of(BatchDocument.of(document)),
                signer,
                SignatureProfile.pades(SignatureLevel.B),
                Optional.empty(),
                false,
                false);
    }
}
