// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.PivContent;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinUse;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.TokenRemoved;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A card in a reader, through the PC/SC daemon, OpenSC and our child process. */
@Tag("system")
@Tag("privileged")
class RealCardTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private Pkcs11Source source;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup());
    }

    @AfterEach
    void stop() {
        source.close();
        daemon.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "P256"})
    void signsAsOftenAsWantedWithOneEntryOfThePin(KeyKind kind) throws Exception {
        VirtualPivCard card = new VirtualPivCard(PivContent.employee(PKI, kind));
        daemon.reader().insert(card);
        try (OpenCredential open = source.open(VirtualPivCard.signer(source), Person.entering(VirtualPivCard.PIN))) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(card.history().signatures()).isEqualTo(2);
        assertThat(card.history().verifications()).isLessThanOrEqualTo(3);
    }

    /** OpenSC shows no private key before the login: the first time it tells with the login, then beforehand. */
    @Test
    void saysBeforeTheSecondBatchThatTheCardWantsItsPinForEachDocument() throws Exception {
        daemon.reader().insert(VirtualPivCard.employee(PKI));
        Person first = Person.entering(VirtualPivCard.PIN);
        try (OpenCredential open = source.open(VirtualPivCard.signer(source), first)) {
            assertThat(open.pinUse()).as("before any signature").isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        }
        Person second = Person.entering(VirtualPivCard.PIN);
        source.open(VirtualPivCard.signer(source), second).close();
        assertThat(first.asked()).extracting(PinRequest::use).containsExactly(PinUse.UNKNOWN_ONE_ENTRY);
        assertThat(second.asked()).extracting(PinRequest::use).containsExactly(PinUse.EACH_SIGNATURE_ONE_ENTRY);
    }

    @Test
    void signsAgainAfterTheCardWasTakenOutAndPutBack() throws Exception {
        VirtualPivCard card = VirtualPivCard.employee(PKI);
        daemon.reader().insert(card);
        Credential signer = VirtualPivCard.signer(source);
        try (OpenCredential open = source.open(signer, Person.entering(VirtualPivCard.PIN))) {
            assertThat(Signatures.fits(open)).isTrue();
            daemon.reader().remove();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(TokenRemoved.class);
        }
        assertThat(source.list().credentials()).isEmpty();
        daemon.reader().insert(card);
        try (OpenCredential open = source.open(signer, Person.entering(VirtualPivCard.PIN))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(card.history().signatures()).isEqualTo(2);
    }
}
