// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.certificate.CertificateReader;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import cat.segell.ui.sign.SignViewModel;
import cat.segell.ui.system.Background;
import cat.segell.ui.system.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A driver added in the window: a real one, for a token that nothing else reads. */
@Tag("system")
@ExtendWith(ApplicationExtension.class)
class AddDriverTest {

    private static final long PATIENCE = 60_000;

    @TempDir
    private Path folder;

    private Optional<Wiring> wiring = Optional.empty();
    private Optional<Background> background = Optional.empty();

    private Start start(Map<Setting, Value> locked, SoftHsm tokens) throws Exception {
        AppDirs dirs = AppDirs.in(folder.resolve("home")).make();
        // Or the system's register of drivers would lead to the same one.
        dirs.settings().set(Setting.SEARCH_MODULES, Optional.of(new Value.Switch(false)), Policy.NONE);
        Policy policy = new Policy(Optional.empty(), locked, Map.of(), List.of());
        Settings settings = dirs.settings().read();
        Map<String, String> environment = new HashMap<>(tokens.environment());
        environment.put("PCSCLITE_CSOCK_NAME", folder.resolve("none").toString());
        return new Start(dirs, policy, settings, Preferences.of(policy, settings), Language.EN, environment);
    }

    private PlayedWindow open(Start start) throws TimeoutException {
        Wiring parts = new Wiring(start);
        wiring = Optional.of(parts);
        Background threads = new Background();
        background = Optional.of(threads);
        SignDesk desk = Window.desk(start, parts);
        Stage stage = FxToolkit.registerPrimaryStage();
        var workers = new SignViewModel.Workers(threads.batch(), threads.files(), threads.cards(), new UiThread());
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE,
                () -> new PlayedWindow(
                        stage,
                        new Appearance(Language.EN, ThemeChoice.LIGHT, 100),
                        desk,
                        workers,
                        start.preferences()));
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        background.ifPresent(Background::close);
        wiring.ifPresent(Wiring::close);
    }

    /** By the keyboard. */
    private static void press(FxRobot person, WindowRobot robot, String button) throws TimeoutException {
        robot.sees(button);
        person.interact(() -> person.lookup(button).query().requestFocus());
        person.type(KeyCode.SPACE);
    }

    @Test
    void whatIsNoDriverOrCouldBeExchangedIsNotAddedAndARealOneShowsItsCertificate(FxRobot person) throws Exception {
        SoftHsm tokens = SoftHsm.in(folder.resolve("tokens"));
        IssuedKey key = TestPki.create().signer(KeyKind.P256);
        tokens.token("Proves").put(key, "01");
        Path text = Files.writeString(folder.resolve("text.so"), "not a library");
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path exposed = Files.copy(SoftHsm.module(), open.resolve("exposed.so"));
        Start start = start(Map.of(), tokens);
        PlayedWindow window = open(start);
        WindowRobot robot = new WindowRobot(person);
        robot.sees("#no-signer");

        window.outside.choose(text);
        press(person, robot, "#add-driver");
        robot.sees("#driver-other");
        assertThat(robot.said(".dialog"))
                .contains("The driver was not added", "DRIVER-INVALID", "its manual says which");

        window.outside.chooseInstead(exposed);
        person.clickOn("#driver-other");
        WindowRobot.waitFor(() -> robot.said(".dialog").contains("DRIVER-UNSAFE"));
        assertThat(start.dirs().settings().read().values()).doesNotContainKey(Setting.PKCS11_MODULES);

        window.outside.chooseInstead(SoftHsm.module());
        person.clickOn("#driver-other");
        robot.sees("#driver-add");
        assertThat(robot.said("#driver-facts"))
                .contains("SoftHSM", SoftHsm.module().toString());
        assertThat(robot.hasFocus("#driver-words"))
                .as("where the reading begins")
                .isTrue();
        assertThat(robot.seesNow("#signer")).as("not before the person says so").isFalse();
        press(person, robot, "#driver-add");
        robot.nolongerSees("#driver-add");
        robot.sees("#signer");
        person.clickOn("#signer");
        String sha256 = CertificateReader.read(key.certificate()).sha256();
        robot.sees("#choice-" + sha256.substring(0, 8));
        assertThat(start.dirs().settings().read().values())
                .containsEntry(
                        Setting.PKCS11_MODULES,
                        new Value.Words(List.of(SoftHsm.module().toString())));
    }

    @Test
    void whereTheAdministratorDecidesTheButtonSaysSo(FxRobot person) throws Exception {
        SoftHsm tokens = SoftHsm.in(folder.resolve("tokens"));
        PlayedWindow window = open(start(Map.of(Setting.PKCS11_MODULES, new Value.Words(List.of())), tokens));
        WindowRobot robot = new WindowRobot(person);
        window.outside.choose(SoftHsm.module());
        press(person, robot, "#add-driver");
        robot.sees("#driver-close");
        assertThat(robot.said(".dialog")).contains("SETTING-LOCKED");
        assertThat(robot.seesNow("#driver-other")).as("another file").isFalse();
        assertThat(robot.hasFocus("#driver-close")).isTrue();
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#driver-close");
    }
}
