// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import java.util.List;

/** What a setting is set to. */
public sealed interface Value {

    record Word(String word) implements Value {}

    record Switch(boolean on) implements Value {}

    record Words(List<String> words) implements Value {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** As JSON has it: a string, a boolean or a list of strings. */
    default Object plain() {
        return switch (this) {
            case Word(String word) -> word;
            case Switch(boolean on) -> on;
            case Words(List<String> words) -> words;
        };
    }
}
