// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.text.Language;

/** A text of the catalogue in every language. */
public record Words(String ca, String es, String en) {

    public String in(Language language) {
        return switch (language) {
            case CA -> ca;
            case ES -> es;
            case EN -> en;
        };
    }

    /** With {@code {place}} replaced by what it stands for. */
    Words with(String place, String value) {
        String braces = "{" + place + "}";
        return new Words(ca.replace(braces, value), es.replace(braces, value), en.replace(braces, value));
    }
}
