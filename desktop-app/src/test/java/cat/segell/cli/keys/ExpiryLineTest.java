// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryLineTest {

    private static final TestPki PKI = TestPki.create();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private boolean practice;

    @TempDir
    Path folder;

    @Test
    void onItsLastDayThereIsOnlyToday() throws Exception {
        assertThat(said(Duration.ofHours(12), Language.EN))
                .startsWith("To be done today.")
                .contains("expires within a day, on", "Ask for its renewal today.");
        assertThat(said(Duration.ofHours(12), Language.CA))
                .startsWith("Per fer avui.")
                .contains("caduca en menys d’un dia", "Demani’n la renovació avui mateix.");
        assertThat(said(Duration.ofHours(12), Language.ES))
                .startsWith("Para hacer hoy.")
                .contains("caduca en menos de un día", "Solicite su renovación hoy mismo.");
    }

    @Test
    void inItsLastDaysItComesFirst() throws Exception {
        assertThat(said(Duration.ofDays(5), Language.EN))
                .startsWith("To be done in the next few days.")
                .contains("expires in 5 days, on", "Ask for its renewal before that date.");
    }

    /** Whoever runs it without reading must not take the day's notice from whoever does. */
    @Test
    void whatOnlyAProgramReadsIsToldAgain() throws Exception {
        X509Certificate certificate = ending(Duration.ofDays(20));
        assertThat(said(certificate, true, Language.EN)).isEmpty();
        assertThat(said(certificate, false, Language.EN)).contains("CERT-EXPIRES-SOON");
        assertThat(said(certificate, false, Language.EN)).isEmpty();
    }

    /** Whoever looks it up takes it from nobody who signs. */
    @Test
    void inAListItIsSaidEachTime() throws Exception {
        X509Certificate certificate = ending(Duration.ofDays(20));
        Say listed = (credential, wiring, out) -> {
            ExpiryLine.tellListed(credential, true, wiring, out);
            ExpiryLine.tellListed(credential, false, wiring, out);
        };
        assertThat(said(certificate, false, Language.EN, listed)).containsOnlyOnce("CERT-EXPIRES-SOON");
        assertThat(said(certificate, false, Language.EN, listed)).containsOnlyOnce("CERT-EXPIRES-SOON");
        assertThat(said(certificate, false, Language.EN)).contains("CERT-EXPIRES-SOON");
    }

    private interface Say {
        void say(Credential credential, Wiring wiring, Out out);
    }

    /** Nobody issues what one practises with. */
    @Test
    void aPracticeCertificateIsSaidToBeOne() throws Exception {
        practice = true;
        assertThat(said(Duration.ofDays(20), Language.EN))
                .contains("CERT-EXPIRES-SOON")
                .doesNotContain("Ask the body");
    }

    private static Credential credential(X509Certificate certificate, boolean practice) {
        return new Credential(
                CredentialId.of(certificate, "1", "01"),
                "key",
                certificate,
                List.of(),
                new Token("Card", "1", PinState.READY, PinTries.ENOUGH),
                practice);
    }

    private String said(Duration left, Language language) throws Exception {
        return said(ending(left), false, language);
    }

    private String said(X509Certificate certificate, boolean json, Language language) throws Exception {
        return said(certificate, json, language, ExpiryLine::tell);
    }

    private String said(X509Certificate certificate, boolean json, Language language, Say way) throws Exception {
        err.reset();
        AppDirs dirs = AppDirs.in(folder.resolve("home")).make();
        Settings settings = dirs.settings().read();
        Preferences preferences = Preferences.of(Policy.NONE, settings);
        Out out = new Out(terminal(), GlobalOptions.glance(json ? new String[] {"--json"} : new String[0]), language);
        try (Wiring wiring = new Wiring(new Start(dirs, Policy.NONE, settings, preferences, language, Map.of()))) {
            way.say(credential(certificate, practice), wiring, out);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                folder,
                Map.of(),
                false,
                SystemPolicy.OF_COMPUTER,
                Optional.empty());
    }

    private static X509Certificate ending(Duration left) {
        return PKI.issue(PKI.request("CN=Maria Prova", KeyKind.P256)
                        .validity(
                                Instant.now().minus(Duration.ofDays(300)),
                                Instant.now().plus(left)))
                .certificate();
    }
}
