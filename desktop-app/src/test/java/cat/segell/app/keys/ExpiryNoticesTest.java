// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.ExpiryStage;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.ui.desk.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryNoticesTest {

    private static final CertificateFacts CLERK = People.clerk().facts();
    private static final CertificateFacts OTHER =
            People.clerkOf("Consell Comarcal", 2).facts();
    private static final Instant TEN_DAYS_BEFORE = CLERK.notAfter().minus(Duration.ofDays(10));

    @TempDir
    Path home;

    @Test
    void whatNobodyHasSeenWasNotTold() {
        assertThat(at(TEN_DAYS_BEFORE).due(CLERK)).isPresent();
        assertThat(at(TEN_DAYS_BEFORE).due(CLERK)).isPresent();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void tellsOnceADayOfEachCertificate() {
        assertThat(at(TEN_DAYS_BEFORE).due(CLERK).map(CertExpiresSoon::days)).contains(10);
        at(TEN_DAYS_BEFORE).told(CLERK.sha256());
        assertThat(at(TEN_DAYS_BEFORE.plus(Duration.ofHours(2))).due(CLERK)).isEmpty();
        assertThat(at(TEN_DAYS_BEFORE).due(OTHER)).isPresent();
        assertThat(at(TEN_DAYS_BEFORE.plus(Duration.ofDays(1))).due(CLERK).map(CertExpiresSoon::days))
                .contains(9);
    }

    @Test
    void tellsEachDayFromTheSixtiethOn() {
        Instant first = CLERK.notAfter().minus(Duration.ofDays(60));
        for (int days = 0; days < 60; days++) {
            ExpiryNotices then = at(first.plus(Duration.ofDays(days)));
            assertThat(then.due(CLERK)).as("%s days later", days).isPresent();
            then.told(CLERK.sha256());
        }
    }

    @Test
    void theStagesBeginWhereTheySay() {
        assertThat(stage(60)).isEqualTo(ExpiryStage.AHEAD);
        assertThat(stage(31)).isEqualTo(ExpiryStage.AHEAD);
        assertThat(stage(30)).isEqualTo(ExpiryStage.NEAR);
        assertThat(stage(8)).isEqualTo(ExpiryStage.NEAR);
        assertThat(stage(7)).isEqualTo(ExpiryStage.PRESSING);
        assertThat(stage(1)).isEqualTo(ExpiryStage.PRESSING);
    }

    private static ExpiryStage stage(int days) {
        return ExpiryStage.of(new CertExpiresSoon("", Instant.EPOCH, days));
    }

    @Test
    void saysAndWritesNothingWhileThereIsTime() {
        assertThat(at(CLERK.notAfter().minus(Duration.ofDays(61))).due(CLERK)).isEmpty();
        assertThat(at(CLERK.notAfter().plusSeconds(1)).due(CLERK)).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void rememberedIsADayACertificateAndNothingElse() throws Exception {
        at(TEN_DAYS_BEFORE).told(CLERK.sha256());
        assertThat(Files.readString(home.resolve("notices"))).isEqualTo(CLERK.sha256() + " 2028-03-04\n");
    }

    @Test
    void aDamagedFileCostsANoticeMoreAndNothingElse() throws Exception {
        for (String damaged : new String[] {"x", "a b", "\0\n", " "}) {
            Files.writeString(home.resolve("notices"), damaged);
            assertThat(at(TEN_DAYS_BEFORE).due(CLERK)).isPresent();
            at(TEN_DAYS_BEFORE).told(CLERK.sha256());
            assertThat(at(TEN_DAYS_BEFORE).due(CLERK)).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNobodyFromSigning() {
        ExpiryNotices nowhere = new ExpiryNotices(home.resolve("missing/notices"), clock(TEN_DAYS_BEFORE));
        nowhere.told(CLERK.sha256());
        assertThat(nowhere.due(CLERK)).isPresent();
    }

    @Test
    void forgetsWhatIsLongPast() throws Exception {
        Files.writeString(home.resolve("notices"), "f".repeat(64) + " 2020-01-01\n");
        at(TEN_DAYS_BEFORE).told(CLERK.sha256());
        assertThat(Files.readString(home.resolve("notices"))).doesNotContain("2020");
    }

    private ExpiryNotices at(Instant now) {
        return new ExpiryNotices(home.resolve("notices"), clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
