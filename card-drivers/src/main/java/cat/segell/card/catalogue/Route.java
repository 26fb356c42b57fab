// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.text.Language;
import java.net.URI;
import java.util.Optional;

/**
 * What a person does outside Segell.
 *
 * @param steps which say so where no issuer confirms them
 * @param web where the issuer says more; opened by nobody but the person
 */
public record Route(Words steps, Optional<URI> web) {

    /** The steps, with the address of the page where there is one. */
    public String in(Language language) {
        String words = steps.in(language);
        return web.map(page -> words + " " + page).orElse(words);
    }
}
