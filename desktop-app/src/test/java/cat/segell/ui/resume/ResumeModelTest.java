// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.resume;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.batch.BatchDocument;
import cat.segell.credential.Pin;
import cat.segell.ui.desk.BrokenOff;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.run.BatchModel.Phase;
import cat.segell.ui.sign.SignViewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeModelTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");

    private final PlayedDesk desk = new PlayedDesk();
    private final SignViewModel model = new SignViewModel(
            desk,
            new SignViewModel.Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run),
            InstantSource.system(),
            Preferences.of(Policy.NONE, Settings.NONE));

    private BrokenOff newest() {
        return model.resume().offers().get().getFirst();
    }

    private void personWith(String pin) {
        model.batch()
                .pin()
                .question()
                .subscribe(asked -> asked.ifPresent(_ -> {
                    if (pin.isEmpty()) {
                        model.batch().pin().cancel();
                    } else {
                        model.batch().pin().answer(new Pin(pin.toCharArray()));
                    }
                }));
    }

    private void begin() {
        desk.with(People.clerk()).broken(MORNING, 1, "/d/a.pdf", "/d/b.pdf", "/d/c.pdf");
        model.signers().look();
        model.resume().look();
    }

    @Test
    void withoutBatchesNothingIsOffered() {
        model.resume().look();
        assertThat(model.resume().offers().get()).isEmpty();
    }

    @Test
    void signsWhatIsLeftAndOffersItNoMore() {
        begin();
        assertThat(newest()).isEqualTo(new BrokenOff("0", MORNING, 3, 2, false));
        personWith("1234");
        model.resume().takeUp(newest());
        assertThat(desk.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.documents())
                        .extracting(BatchDocument::input)
                        .containsExactly(Path.of("/d/b.pdf"), Path.of("/d/c.pdf")));
        assertThat(model.batch().phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.batch().signed()).isEqualTo(2);
        assertThat(model.resume().offers().get()).isEmpty();
    }

    @Test
    void whoLeavesItAtThePinIsOfferedItAgainAndHasNoListOfIt() {
        begin();
        personWith("");
        model.resume().takeUp(newest());
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.documents().rows()).isEmpty();
        assertThat(newest().left()).isEqualTo(2);
    }

    @Test
    void withoutItsKeyItSaysWhatIsMissingAndStaysOffered() {
        begin();
        desk.clearSigners();
        model.resume().takeUp(newest());
        assertThat(model.resume().refusal().get())
                .get()
                .satisfies(why -> assertThat(why.code()).isEqualTo("TOKEN-NOT-FOUND"));
        assertThat(model.resume().taking().get()).isFalse();
        assertThat(desk.requests()).isEmpty();
        desk.with(People.clerk());
        personWith("1234");
        model.resume().takeUp(newest());
        assertThat(model.resume().refusal().get()).isEmpty();
        assertThat(model.batch().signed()).isEqualTo(2);
    }

    /** What the person has on the list is neither lost nor signed with it. */
    @Test
    void somethingElseOnTheListStays() {
        begin();
        BrokenOff offered = newest();
        model.documents().add(List.of(Path.of("/d/other.pdf")));
        model.resume().takeUp(offered);
        assertThat(desk.requests()).isEmpty();
        assertThat(model.documents().rows()).hasSize(1);
    }

    @Test
    void notNowHoldsAsLongAsTheWindowIsOpen() {
        begin();
        model.resume().later();
        model.resume().look();
        assertThat(model.resume().offers().get()).isEmpty();
    }

    @Test
    void theNextIsOfferedOnceOneIsForgotten() {
        begin();
        desk.broken(MORNING, 0, "/d/d.pdf");
        model.resume().look();
        model.resume().forget(newest());
        assertThat(model.resume().offers().get()).containsExactly(new BrokenOff("1", MORNING, 1, 1, false));
    }
}
