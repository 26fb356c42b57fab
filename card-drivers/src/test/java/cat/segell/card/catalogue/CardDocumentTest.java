// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated page is what the catalogue says. To write it anew: {@code ./segell test -Dregenerate=true -pl card-drivers -am
 * -Dtest=CardDocumentTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CardDocumentTest {

    @Test
    void cardsAreUpToDate() throws IOException {
        Path file = Path.of("..", "docs", "cards.md");
        String page = CardPages.page(Catalogue.bundled());
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, page);
        }
        assertThat(file).content().isEqualTo(page);
    }
}
