// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Catalogues;
import cat.segell.card.fixture.Problems;
import cat.segell.problem.Problem;
import cat.segell.problem.SettingProblem.CatalogueBroken;
import cat.segell.problem.SettingProblem.CatalogueFormatUnknown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else may have written. */
class CatalogueReaderTest {

    private static final Path FILE = Path.of("catalogue.json");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"kind\":", "\"segell-card-catalogue\"", "{} {}"})
    void refusesWhatIsNoCatalogue(String text) {
        assertThat(refused(text)).isInstanceOf(CatalogueBroken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 7 | \"version\": 0 | version",
                "\"version\": 7 | \"version\": \"7\" | version",
                "\"version\": 7 | \"version\": 99999999999 | version",
                "2026-11-25 | 2026-13-25 | date",
                "\"value\": \"3B00\" | \"value\": \"3B\" | cards[0].atrs[0].value",
                "\"value\": \"3B00\" | \"value\": \"3B00\", \"mask\": \"FF\" | cards[0].atrs[0].mask",
                "\"value\": \"3B00\" | \"value\": \"3B00\", \"mask\": \"00FF\" | cards[0].atrs[0]",
                "[\"driver\"] | [\"other\"] | cards.card",
                "\"issuer\": \"other\" | \"issuer\": \"nobody\" | cards.card",
                "\"note\": \"text\" | \"content\": {\"policies\": [\"1.2\"], \"before\": \"soon\"} | cards[0].content.before",
                "\"note\": \"text\" | \"content\": {\"policies\": [\"x\"], \"before\": \"2023-04-13\"} | cards[0].content.policies[0]",
                "\"note\": \"text\" | \"content\": {\"policies\": [\"1.2\"], \"drivers\": [\"nobodys\"]} | cards.card",
                "\"id\": \"driver\" | \"id\": \"../driver\" | middleware[0].id",
                "\"es\": \"Texto\", |  | texts.text.es",
                "Text of it | Text\\u202eof it | texts.text.en",
                "Text of it | Text\\u000aof it | texts.text.en",
                "\"steps\": \"text\" | \"steps\": \"absent\" | issuers[0].unblock.steps",
                "https://example.org/ | http://example.org/ | middleware[0].web",
                "https://example.org/ | https://user@example.org/ | middleware[0].web",
                "https://example.org/ | file:///etc/passwd | middleware[0].web",
                "\"policies\": [] | \"policies\": [\"1.x\"] | issuers[0].policies[0]",
                "\"id\": \"other\", \"name\" | \"id\": \"others\", \"name\" | issuers",
            })
    void refusesWhatDoesNotFitAndSaysWhere(String right, String wrong, String where) {
        String text = Catalogues.text(7);
        assertThat(text).contains(right);
        assertThat(refused(text.replace(right, wrong == null ? "" : wrong)))
                .isEqualTo(new CatalogueBroken(FILE, where));
    }

    /** Places where somebody other than an administrator may put a file, and places that aren't files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/evil.so",
                "/home/maria/evil.so",
                "/usr/lib/../../tmp/evil.so",
                "/usr/lib/./evil.so",
                "/var/tmp/evil.so",
                "/dev/shm/evil.so",
                "/proc/self/fd/3",
                "evil.so",
                "./evil.so",
                "~/evil.so",
                "%HOME%/evil.so",
                "{lib}",
                "{lib}/../../tmp/evil.so",
                "{lib}/*/evil.so",
                "/usr/library/evil.so",
                "//server/share/evil.so",
                "https://example.org/evil.so",
                "",
            })
    void refusesModulesOutsideTheSystemsOwnFolders(String path) {
        String text = Catalogues.text(7).replace("/usr/lib/driver.so", path);
        assertThat(refused(text)).isInstanceOf(CatalogueBroken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\\\Users\\\\maria\\\\evil.dll",
                "%APPDATA%\\\\evil.dll",
                "%TEMP%\\\\evil.dll",
                "\\\\\\\\server\\\\share\\\\evil.dll",
                "%SYSTEMROOT%\\\\..\\\\Users\\\\evil.dll",
                "%SYSTEMROOT%\\\\System32\\\\x:evil.dll",
                "%SYSTEMROOT%",
                "evil.dll",
            })
    void refusesThemOnWindowsToo(String path) {
        String text = Catalogues.text(7).replace("%SYSTEMROOT%\\\\System32\\\\driver.dll", path);
        assertThat(refused(text)).isInstanceOf(CatalogueBroken.class);
    }

    @Test
    void refusesWhatIsHuge() throws Exception {
        String large = Catalogues.text(7) + " ".repeat(CatalogueReader.LARGEST);
        assertThat(refused(large)).isEqualTo(new CatalogueBroken(FILE, "1024 KiB"));
        String long_ = Catalogues.text(7).replace("Text of it", "x".repeat(5000));
        assertThat(refused(long_)).isInstanceOf(CatalogueBroken.class);
        String deep = Catalogues.text(7)
                .replace("\"version\"", "\"x\": " + "[".repeat(100) + "]".repeat(100) + ", \"version\"");
        assertThat(refused(deep)).isInstanceOf(CatalogueBroken.class);
        String names = Catalogues.text(7).replace("\"version\": 7", "\"version\": 7, \"version\": 8");
        assertThat(refused(names)).isInstanceOf(CatalogueBroken.class);
    }

    @Test
    void tellsALaterFormatFromABrokenFile() {
        assertThat(refused(Catalogues.text(7).replace("\"format\": 1", "\"format\": 2")))
                .isEqualTo(new CatalogueFormatUnknown(FILE, 2));
    }

    @Test
    void leavesAloneWhatItDoesNotKnow() throws Exception {
        String text = Catalogues.text(7)
                .replace("\"version\": 7", "\"version\": 7, \"later\": {\"a\": [1]}")
                .replace("\"value\": \"3B00\"", "\"value\": \"3B00\", \"later\": true");
        Catalogue read = CatalogueReader.read(FILE, text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.version()).isEqualTo(7);
        assertThat(read.card("card")).isPresent();
    }

    private static Problem refused(String text) {
        return Problems.of(() -> CatalogueReader.read(FILE, text.getBytes(StandardCharsets.UTF_8)));
    }
}
