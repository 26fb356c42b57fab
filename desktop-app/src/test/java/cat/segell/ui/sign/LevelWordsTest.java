// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.desk.SignerOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Who signs sees before the PIN whether there will be a time-stamp, whose, and why there is none. */
class LevelWordsTest {

    private static final Executor NOW = Runnable::run;

    private static Settings stamps(String... addresses) {
        return Settings.NONE.with(Setting.TSA, Optional.of(new Value.Words(List.of(addresses))));
    }

    private static SignViewModel model(Settings settings, SignerOption signer) {
        SignViewModel model = new SignViewModel(
                new PlayedDesk().with(signer),
                new SignViewModel.Workers(NOW, NOW, NOW, NOW),
                InstantSource.system(),
                Preferences.of(Policy.NONE, settings));
        model.signers().look();
        return model;
    }

    private static SignerOption unstamped() {
        SignerOption clerk = People.clerk();
        return new SignerOption(clerk.credential(), clerk.facts(), clerk.unfit(), false, clerk.ways());
    }

    private static String why(SignViewModel model) {
        return new LevelWords(model, Messages.load(Language.EN, SignScreen.class, "sign")).why();
    }

    @Test
    void theAuthorityIsNamed() {
        SignViewModel one = model(stamps("https://tsa.example.org/tsp?key=hidden"), People.clerk());
        assertThat(why(one)).isEqualTo("With a time-stamp from tsa.example.org.");
        SignViewModel two = model(stamps("https://tsa.example.org/", "http://tsa.example.com/"), People.clerk());
        assertThat(why(two))
                .isEqualTo("With a time-stamp from tsa.example.org; where that does not answer, from tsa.example.com.");
    }

    @Test
    void noneIsSaidOnlyWhereThereIsNone() {
        SignViewModel none = model(Settings.NONE, unstamped());
        assertThat(why(none)).isEqualTo("No time-stamp authority is set: the date is this computer’s.");
        SignViewModel chosen = model(stamps("https://tsa.example.org/"), People.clerk());
        chosen.options().level().set(SignatureLevel.B);
        assertThat(why(chosen)).isEqualTo("No time-stamp: the date is this computer’s.");
        Settings set = Settings.NONE.with(Setting.LEVEL, Optional.of(new Value.Word("B")));
        assertThat(why(model(set, unstamped()))).isEqualTo("No time-stamp: the date is this computer’s.");
    }

    @Test
    void practiceAsksNobodyElse() {
        SignViewModel model = model(stamps("https://tsa.example.org/"), People.clerk());
        model.signers().usePractice();
        assertThat(why(model)).isEqualTo("With a practice time-stamp.");
    }
}
