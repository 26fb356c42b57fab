// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One thing has one name in every text that a person reads, wherever it stands. */
class TermsTest {

    /** Between letters, or behind a plural. */
    private static final Pattern STRAIGHT = Pattern.compile("[\\p{L}}]'[\\p{L}{«“]|s' ");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            # is said in that language, and never
            en, ledger,                 `(?<![-{])\\blogs?\\b(?!-in| in| file|})`
            en, time-stamp,             `(?<!segell}? )time ?stamp`
            en, IT service,             `help.?desk|IT (support|department)|support (service|team)`
            ca, servei d’informàtica,   `servei de suport|(departament|suport) (d’informàtica|tècnic)`
            es, servicio de informática,`servicio de soporte|(departamento|soporte) (de informática|técnico)`
            ca, llibre de justificants, `llibres? de (?!justificants)|llibre major|bitàcola|(?<!segell}? )ledger`
            ca, segell de temps,        `marca de temps|segell temporal|segellat de temps`
            es, libro de justificantes, `libros? de (?!justificantes|este)|libro mayor|bitácora|(?<!segell}? )ledger`
            es, sello de tiempo,        `marca de tiempo|sello temporal|sellado de tiempo`
            ca, configuració,           `prefer[eè]ncies`
            es, configuración,          preferencias
            ca, clau de comprovació,    `clau de verificació`
            ca, ersonal públic,         `(?<!certificats? d’)emplea(t|da|ts|des) públi|funcionari|treballador[as]? públic`
            es, ersonal público,        `(?<!certificados? de )emplead[oa]s? públic|funcionari|trabajador(a|es|as)? públic`
            es, clave de comprobación,  `clave de verificación`
            """)
    void hasOneNameInEveryText(String language, String term, String others) throws IOException {
        Pattern other = Pattern.compile(others, Pattern.CASE_INSENSITIVE);
        int said = 0;
        for (Path file : texts(language)) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(text).as("%s in %s: say “%s”", key, file, term).doesNotContainPattern(other);
                said += text.contains(term) ? 1 : 0;
            }
        }
        assertThat(said).as("texts with “%s”", term).isPositive();
    }

    /** The typographic one, as printed words have it, in texts and in the list of known cards. */
    @ParameterizedTest
    @EnumSource
    void hasOneApostropheInEveryText(Language language) throws IOException {
        for (Path file : texts(language.tag())) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key)).as("%s in %s", key, file).doesNotContainPattern(STRAIGHT);
            }
        }
    }

    @Test
    void theListOfCardsHasTheSameApostrophe() throws IOException {
        assertThat(named("catalogue.json"))
                .hasSize(1)
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(STRAIGHT));
    }

    private static List<Path> texts(String language) throws IOException {
        return named("_" + language + ".properties");
    }

    /** @param ending of their names */
    private static List<Path> named(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("signing-core", "card-drivers", "desktop-app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/resources"))) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
