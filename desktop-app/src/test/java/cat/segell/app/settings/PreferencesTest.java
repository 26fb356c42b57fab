// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.card.host.Limits;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.DriverVariableRefused;
import cat.segell.problem.SettingProblem.PolicyBroken;
import cat.segell.problem.SettingProblem.PolicyUnreadable;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.problem.SettingProblem.SettingsBroken;
import cat.segell.signature.SignatureLevel;
import cat.segell.trust.revocation.RevocationHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @TempDir
    Path folder;

    @Test
    void refusesOptionThatContradictsLock() throws Exception {
        Preferences preferences = Preferences.of(policy("{\"locked\": {\"level\": \"T\"}}"), Settings.NONE);
        assertThat(problemOf(() -> preferences.with(Map.of(Setting.LEVEL, new Value.Word("B")))))
                .isEqualTo(new SettingLocked("level"));
    }

    @Test
    void acceptsOptionThatRepeatsLock() throws Exception {
        Preferences preferences = Preferences.of(policy("{\"locked\": {\"level\": \"T\"}}"), Settings.NONE)
                .with(Map.of(Setting.LEVEL, new Value.Word("T")));
        assertThat(preferences.effective(Setting.LEVEL).origin()).isEqualTo(Origin.POLICY);
    }

    @Test
    void lockedValueWinsOverSettings() throws Exception {
        Preferences preferences =
                Preferences.of(policy("{\"locked\": {\"level\": \"T\"}}"), settings("{\"level\": \"B\"}"));
        assertThat(preferences.level()).contains(SignatureLevel.T);
        assertThat(preferences.isLocked(Setting.LEVEL)).isTrue();
    }

    @Test
    void aPersonsSettingsCannotNameWhoPublishesCards() throws Exception {
        Settings own = settings("{\"catalogueKey\": \"MCow\"}");
        assertThat(Preferences.of(Policy.NONE, own).catalogueKey()).isEmpty();
        assertThat(own.unknownKeys()).containsExactly("catalogueKey");
        Policy policy = policy("{\"locked\": {\"catalogueKey\": \"MCow\"}}");
        assertThat(Preferences.of(policy, Settings.NONE).catalogueKey()).contains("MCow");
    }

    @Test
    void whereTrustIsLockedTheAdministratorAloneSaysWhoSignsTheLists() throws Exception {
        Settings own = settings("{\"trustedListSigners\": \"/home/person/own.pem\"}");
        assertThat(Preferences.of(Policy.NONE, own).trustedListSigners()).contains(Path.of("/home/person/own.pem"));
        Preferences locked = Preferences.of(policy("{\"locked\": {\"trust\": [], \"trustedLists\": true}}"), own);
        assertThat(locked.trustedListSigners()).isEmpty();
        assertThat(locked.with(Map.of(Setting.TRUSTED_LIST_SIGNERS, new Value.Word("/home/person/own.pem")))
                        .trustedListSigners())
                .isEmpty();
        Policy suggested =
                policy("{\"locked\": {\"trust\": []}, \"defaults\": {\"trustedListSigners\": \"/etc/lotl.pem\"}}");
        assertThat(Preferences.of(suggested, own).trustedListSigners()).contains(Path.of("/etc/lotl.pem"));
    }

    @Test
    void modulesAreSearchedForUnlessSomebodySaysOtherwise() throws Exception {
        assertThat(Preferences.of(Policy.NONE, Settings.NONE).searchModules()).isTrue();
        assertThat(Preferences.of(Policy.NONE, settings("{\"searchModules\": false}"))
                        .searchModules())
                .isFalse();
    }

    @Test
    void onlyIssuersThatAreBelievedAreAskedUnlessSomebodySaysOtherwise() throws Exception {
        assertThat(Preferences.of(Policy.NONE, Settings.NONE).revocationBeforeSigning())
                .isEqualTo(RevocationQuestion.BELIEVED);
        for (RevocationQuestion question : RevocationQuestion.values()) {
            Settings own = settings("{\"revocationBeforeSigning\": \"" + question.word() + "\"}");
            assertThat(Preferences.of(Policy.NONE, own).revocationBeforeSigning())
                    .isEqualTo(question);
        }
    }

    @Test
    void driversLimitsComeFromThePolicyAlone() throws Exception {
        Policy policy = policy("{\"locked\": {\"driverSeconds\": \"5\"}, \"defaults\": {\"keypadSeconds\": \"600\"}}");
        Settings settings =
                settings("{\"keySeconds\": \"10\", \"revocationSeconds\": \"10\", \"onePinPerBatch\": false}");
        Preferences preferences = Preferences.of(policy, settings);
        assertThat(preferences.driverLimits())
                .isEqualTo(new Limits(Duration.ofSeconds(5), Duration.ofSeconds(600), Limits.KEY));
        assertThat(preferences.onePinPerBatch()).isTrue();
        assertThat(preferences.revocationLimit()).isEqualTo(RevocationHttp.TIME_LIMIT);
        assertThat(settings.unknownKeys()).containsExactly("keySeconds", "onePinPerBatch", "revocationSeconds");
    }

    @Test
    void thePolicySaysHowLongAnIssuerMayTake() throws Exception {
        Policy policy = policy("{\"locked\": {\"revocationSeconds\": \"120\"}}");
        assertThat(Preferences.of(policy, Settings.NONE).revocationLimit()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "601", "0", "-5", "05", "5.5", "1e2", "9999999999", "", " 30", "soon"})
    void refusesLimitsOutOfBounds(String seconds) throws Exception {
        for (String key : List.of("driverSeconds", "keypadSeconds", "keySeconds", "revocationSeconds")) {
            String json = "{\"locked\": {\"" + key + "\": \"" + seconds + "\"}}";
            assertThat(problemOf(() -> policy(json)))
                    .isEqualTo(new PolicyBroken(folder.resolve("policy.json"), "locked." + key));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LD_PRELOAD", "ld_library_path", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "PKCS11SPY", "A=B", ""})
    void refusesVariablesThatDecideWhatDriversLoad(String name) {
        for (String part : List.of("locked", "defaults")) {
            String json = "{\"" + part + "\": {\"driverEnvironment\": [\"PROXIMA_CONF\", \"" + name + "\"]}}";
            assertThat(problemOf(() -> policy(json)))
                    .isIn(
                            new DriverVariableRefused(folder.resolve("policy.json"), name),
                            // Blank words are refused by any list.
                            new PolicyBroken(folder.resolve("policy.json"), part + ".driverEnvironment"));
        }
    }

    @Test
    void passesOnWhatThePolicyNames() throws Exception {
        Policy policy = policy("{\"locked\": {\"driverEnvironment\": [\"PROXIMA_CONF\"], \"onePinPerBatch\": false}}");
        Preferences preferences = Preferences.of(policy, Settings.NONE);
        assertThat(preferences.driverEnvironment()).containsExactly("PROXIMA_CONF");
        assertThat(preferences.onePinPerBatch()).isFalse();
    }

    @Test
    void refusesToSaveLockedSetting() throws Exception {
        Policy policy = policy("{\"locked\": {\"theme\": \"dark\"}}");
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        assertThat(problemOf(() -> file.set(Setting.THEME, Optional.of(new Value.Word("light")), policy)))
                .isEqualTo(new SettingLocked("theme"));
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void eachLayerHasItsPlace() throws Exception {
        Policy policy = policy("{\"defaults\": {\"digest\": \"SHA512\", \"notarise\": true, \"theme\": \"dark\"}}");
        Settings settings = settings("{\"notarise\": false, \"theme\": \"light\"}");
        Preferences preferences =
                Preferences.of(policy, settings).with(Map.of(Setting.THEME, new Value.Word("system")));
        assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(preferences.notarise()).isFalse();
        assertThat(preferences.digest().name()).isEqualTo("SHA512");
        assertThat(List.of(Setting.THEME, Setting.NOTARISE, Setting.DIGEST, Setting.TSA))
                .extracting(setting -> preferences.effective(setting).origin())
                .containsExactly(Origin.COMMAND_LINE, Origin.SETTINGS, Origin.POLICY_DEFAULT, Origin.BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                            | 1:",
                "{\"level\": \"B\"} x         | 1:",
                "{\"level\": \"B\", \"level\": \"T\"} | 1:",
                "{\"level\": \"X\"}           | level",
                "{\"tsa\": \"http://a\"}      | tsa",
                "{\"tsa\": [1]}               | tsa",
                "{\"notarise\": \"yes\"}      | notarise",
                "{\"theme\": null}            | theme",
                "[]                           | 1:",
                "null                         | 1:",
            })
    void refusesBrokenSettingsWithPlace(String content, String where) throws Exception {
        assertThat(problemOf(() -> settings(content)))
                .isInstanceOfSatisfying(
                        SettingsBroken.class,
                        broken -> assertThat(broken.where()).startsWith(where));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"level\": {\"value\": \"T\", \"locked\": true}} | level",
                "{\"locked\": []}               | locked",
                "{\"level\": \"T\"}              | level",
                "{\"locked\": {\"level\": 1}}   | locked.level",
                "{\"defaults\": {\"tsa\": \"\"}} | defaults.tsa",
            })
    void refusesBrokenPolicyWithPlace(String content, String where) throws Exception {
        assertThat(problemOf(() -> policy(content))).isEqualTo(new PolicyBroken(folder.resolve("policy.json"), where));
    }

    @Test
    void refusesPolicyThatIsMissingWhereItWasNamed() {
        assertThat(problemOf(() -> Policy.read(folder.resolve("none.json"))))
                .isEqualTo(new PolicyUnreadable(folder.resolve("none.json")));
    }

    @Test
    void keepsUnknownKeysWhenWritten() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        Files.writeString(file.file(), "{\"later\": {\"a\": [1, 2]}, \"theme\": \"dark\"}");
        assertThat(file.read().unknownKeys()).containsExactly("later");
        file.set(Setting.THEME, Optional.empty(), Policy.NONE);
        file.set(Setting.LANGUAGE, Optional.of(new Value.Word("ca")), Policy.NONE);
        assertThat(Files.readString(file.file()))
                .contains("\"later\"", "\"language\" : \"ca\"")
                .doesNotContain("theme");
        assertThat(file.read().unknown()).isEqualTo(Map.of("later", Map.of("a", List.of(1, 2))));
    }

    @Test
    void namesUnknownKeysOfPolicy() throws Exception {
        assertThat(policy("{\"x\": 1, \"locked\": {\"y\": 2}, \"defaults\": {\"z\": 3}}")
                        .unknownKeys())
                .containsExactly("x", "locked.y", "defaults.z");
    }

    private Settings settings(String content) throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("settings.json"), content);
        return new SettingsFile(file).read();
    }

    private Policy policy(String content) throws IOException, ProblemException {
        return Policy.read(Files.writeString(folder.resolve("policy.json"), content));
    }

    private static Problem problemOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> thrown =
                assertThatThrownBy(call).isInstanceOf(ProblemException.class);
        Problem[] problem = new Problem[1];
        thrown.satisfies(e -> problem[0] = ((ProblemException) e).problem());
        return problem[0];
    }
}
