// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.sign.SignScreen;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(keys(window(language))).isEqualTo(keys(window(Language.CA)));
        assertThat(keys(sign(language))).isEqualTo(keys(sign(Language.CA)));
        assertThat(keys(parts(language))).isEqualTo(keys(parts(Language.CA)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsEmptyOrShouts(Language language) {
        for (Messages texts : Set.of(window(language), sign(language), parts(language))) {
            texts.keys()
                    .forEach(key ->
                            assertThat(texts.text(key)).as(key).isNotBlank().doesNotContain("!"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextNamesTheSameValues(Language language) {
        for (String key : sign(Language.CA).keys()) {
            if (sign(language).keys().contains(key)) {
                assertThat(places(sign(language).text(key)))
                        .as(key)
                        .isEqualTo(places(sign(Language.CA).text(key)));
            }
        }
    }

    private static Messages window(Language language) {
        return Messages.load(language, Shell.class, "window");
    }

    private static Messages sign(Language language) {
        return Messages.load(language, SignScreen.class, "sign");
    }

    private static Messages parts(Language language) {
        return Messages.load(language, ProblemPanel.class, "parts");
    }

    /** English has no plural for millions. */
    private static Set<String> keys(Messages texts) {
        return texts.keys().stream()
                .filter(key -> !key.endsWith(".many"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
