// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.pcsc.ClientSocket;
import cat.segell.card.pcsc.PcscNative;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.card.token.TokenInSlot;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real daemon and OpenSC: which token is in which reader. */
@Tag("system")
@Tag("privileged")
class CardsInReadersTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path home;

    @Test
    void tellsWhichCardIsInWhichReader() {
        try (PcscDaemon daemon = PcscDaemon.in(home.resolve("d")).start("Left", "Right");
                Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup())) {
            ClientSocket.pointTo(daemon);
            daemon.reader(1).insert(VirtualPivCard.employee(PKI));
            CardsAtHand one = look(source);
            assertThat(tokens(one, daemon.reader(0).name())).isEmpty();
            TokenInSlot right = tokens(one, daemon.reader(1).name()).getFirst();
            assertThat(right.credentials()).isNotEmpty();
            daemon.reader(0).insert(VirtualPivCard.employee(PKI));
            CardsAtHand both = look(source);
            TokenInSlot left = tokens(both, daemon.reader(0).name()).getFirst();
            assertThat(left.credentials()).doesNotContainAnyElementsOf(right.credentials());
            assertThat(tokens(both, daemon.reader(1).name()).getFirst().token()).isEqualTo(right.token());
        }
    }

    private CardsAtHand look(Pkcs11Source source) {
        return new CardsAtHand(
                ReaderWatch.look(new PcscNative(home.resolve("native"))), source.drivers(Optional.empty()));
    }

    private static List<TokenInSlot> tokens(CardsAtHand cards, String name) {
        Optional<Reader> reader = cards.readers().readers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        return cards.tokens(reader.orElseThrow());
    }
}
