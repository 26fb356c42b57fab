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
        return with(place, new Words(value, value, value));
    }

    /** The same, where that too is in every language. */
    Words with(String place, Words value) {
        String braces = "{" + place + "}";
        return new Words(ca.replace(braces, value.ca), es.replace(braces, value.es), en.replace(braces, value.en));
    }
}
