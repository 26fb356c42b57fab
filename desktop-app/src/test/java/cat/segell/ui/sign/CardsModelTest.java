// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.credential.Pin;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.desk.StandingNotice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CardsModelTest {

    private static final Reader EMPTY = reader(ReaderState.EMPTY, 0);
    private static final Reader CARD = reader(ReaderState.CARD, 1);

    private final PlayedDesk desk = new PlayedDesk();
    private final Queue<Runnable> looking = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final SignViewModel model = new SignViewModel(
            desk,
            new SignViewModel.Workers(Runnable::run, Runnable::run, looking::add, Runnable::run),
            () -> now,
            Preferences.of(Policy.NONE, Settings.NONE));

    private void look() {
        while (!looking.isEmpty()) {
            looking.remove().run();
        }
    }

    private void begin(Reader... readers) {
        model.signers().look();
        seen(readers);
        look();
    }

    private void seen(Reader... readers) {
        model.cards().seen(new ReadersSnapshot(List.of(readers), Optional.empty()));
    }

    private String chip() {
        return new StatusWords(model, Messages.load(Language.CA, SignScreen.class, "sign"))
                .chip()
                .words();
    }

    private String status() {
        return new StatusWords(model, Messages.load(Language.CA, SignScreen.class, "sign"))
                .status()
                .words();
    }

    @Test
    void whoTakesTheCardForHimselfIsNoReasonToLook() {
        begin(CARD);
        seen(reader(ReaderState.EXCLUSIVE, 1));
        seen(CARD);
        assertThat(looking).isEmpty();
        assertThat(desk.looks()).isEqualTo(1);
    }

    @Test
    void aBatchIsShownAsItsSignersWhoeverIsChosenMeanwhile() {
        desk.with(People.clerk());
        model.signers().usePractice();
        look();
        model.documents().add(List.of(Path.of("/d/a.pdf")));
        List<String> seen = new ArrayList<>();
        desk.pace(_ -> {
            model.signers().choose(People.clerk());
            seen.add(chip());
            seen.add(String.valueOf(model.practiceNow()));
        });
        model.batch()
                .pin()
                .question()
                .subscribe(asked -> asked.ifPresent(_ -> model.batch().pin().answer(new Pin("1234".toCharArray()))));
        model.start();
        assertThat(seen).containsExactly("Targeta de pràctiques", "true");
        assertThat(model.practiceNow())
                .as("afterwards, of the one that is chosen")
                .isFalse();
    }

    /** Another one doesn't hold it up for long: its key isn't found, and the batch waits again. */
    @Test
    void aCardThatComesInLetsABatchGoOnThatWaits() {
        desk.with(People.clerk()).breakingAt(1, new TokenRemoved("T-CAT"));
        begin(CARD);
        model.documents().add(List.of(Path.of("/d/a.pdf"), Path.of("/d/b.pdf")));
        model.batch()
                .pin()
                .question()
                .subscribe(asked -> asked.ifPresent(_ -> model.batch().pin().answer(new Pin("1234".toCharArray()))));
        List<String> seen = new ArrayList<>();
        model.batch().pause().waiting().subscribe(waiting -> {
            if (waiting.isPresent()) {
                seen(EMPTY);
                seen.add(chip());
                seen.add(status());
                seen.add(String.valueOf(model.batch().pause().waiting().get().isPresent()));
                seen(reader(ReaderState.EXCLUSIVE, 2));
            }
        });
        model.start();
        assertThat(seen).containsExactly("Sense targeta", "El lot espera", "true");
        assertThat(model.batch().signed()).isEqualTo(2);
        assertThat(desk.pinsSeen()).isEqualTo(2);
    }

    /** Told each day how long a certificate is valid, also where nothing else gives a reason to look. */
    @Test
    void whoComesBackOnAnotherDayIsToldOfItAsItIsThen() {
        SignerOption clerk = People.clerk();
        desk.noticing(new CertExpiresSoon("Marta", Instant.EPOCH, 10), clerk.facts());
        begin(EMPTY);
        model.cards().returned();
        assertThat(looking).as("the same day").isEmpty();
        now = now.plus(Duration.ofDays(1));
        desk.noticing(new CertExpiresSoon("Marta", Instant.EPOCH, 9), clerk.facts());
        desk.noticing(
                new CertExpiresSoon("Joan", Instant.EPOCH, 9),
                People.clerkOf("Altre", 2).facts());
        model.cards().returned();
        look();
        assertThat(model.signers().notices().get())
                .extracting(StandingNotice::problem)
                .containsExactly(
                        new CertExpiresSoon("Marta", Instant.EPOCH, 9), new CertExpiresSoon("Joan", Instant.EPOCH, 9));
        model.cards().returned();
        assertThat(looking).as("looked already").isEmpty();
    }

    @Test
    void beforeTheFirstLookNobodyHasComeBack() {
        model.cards().returned();
        assertThat(looking).isEmpty();
    }

    @Test
    void theFirstSightOfReadersIsNoReasonToLookTwice() {
        begin(CARD);
        assertThat(desk.looks()).isEqualTo(1);
    }

    @Test
    void aCardThatComesIsFoundAndOneThatGoesIsGone() {
        begin(EMPTY);
        assertThat(chip()).isEqualTo("Sense targeta");
        desk.with(People.clerk());
        seen(CARD);
        assertThat(chip()).isEqualTo("Buscant");
        look();
        assertThat(chip()).isEqualTo("Targeta a punt");
        assertThat(model.signers().chosen().get()).contains(People.clerk());
        desk.clearSigners();
        seen(EMPTY);
        look();
        assertThat(chip()).isEqualTo("Sense targeta");
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void theServiceThatEndsTakesItsCardsAlong() {
        desk.with(People.clerk());
        begin(CARD);
        desk.clearSigners();
        model.cards().seen(new ReadersSnapshot(List.of(), Optional.of(new PcscServiceDown())));
        look();
        assertThat(chip()).isEqualTo("Lectors no disponibles");
    }

    @Test
    void manyChangesDuringALookAreOneMoreLook() {
        begin(EMPTY);
        seen(CARD);
        seen(EMPTY);
        seen(reader(ReaderState.CARD, 3));
        seen(reader(ReaderState.CARD, 5));
        look();
        assertThat(desk.looks()).isEqualTo(3);
        assertThat(model.signers().looking().get()).isFalse();
    }

    @Test
    void aChangeWhilePractisingIsLookedAtAfterwards() {
        begin(EMPTY);
        model.signers().usePractice();
        seen(CARD);
        look();
        assertThat(desk.looks()).isEqualTo(2);
    }

    @Test
    void nobodyLooksInTheMiddleOfABatch() {
        desk.with(People.clerk());
        begin(CARD);
        model.documents().add(List.of(Path.of("/d/a.pdf"), Path.of("/d/b.pdf")));
        model.batch()
                .pin()
                .question()
                .subscribe(asked -> asked.ifPresent(_ -> {
                    model.batch().pin().answer(new Pin("1234".toCharArray()));
                }));
        desk.pace(index -> {
            seen(reader(ReaderState.CARD, 10 + 2 * index));
            assertThat(looking).isEmpty();
        });
        model.start();
        assertThat(model.batch().busy()).isFalse();
        look();
        assertThat(desk.looks()).isEqualTo(2);
    }

    @Test
    void aCardThatNobodyCanReadIsNotCalledMissing() {
        begin(CARD);
        assertThat(chip()).isEqualTo("Targeta no reconeguda");
    }

    @Test
    void aLockedCardIsNotCalledReady() {
        desk.with(People.locked());
        begin(CARD);
        assertThat(chip()).isEqualTo("Targeta bloquejada");
    }

    @Test
    void aCardWithItsFirstPinIsToldToWantAnother() {
        desk.with(People.delivered());
        begin(CARD);
        assertThat(chip()).isEqualTo("El PIN s’ha de canviar");
        assertThat(status()).isEqualTo(chip());
    }

    @Test
    void aCardWithoutAPinIsToldToWantOne() {
        desk.with(People.unset());
        begin(CARD);
        assertThat(chip()).isEqualTo("Falta posar el PIN");
        assertThat(status()).isEqualTo(chip());
    }

    @Test
    void ofTwoCardsTheOneIsToldThatIsNearerToSigning() {
        desk.with(People.pukLocked(), People.unset());
        begin(CARD);
        assertThat(chip()).isEqualTo("Falta posar el PIN");
        desk.with(People.colleague());
        model.signers().look();
        look();
        assertThat(chip()).isEqualTo("Targeta a punt");
    }

    private static Reader reader(ReaderState state, int events) {
        return new Reader("Lector", state, Optional.empty(), events);
    }
}
