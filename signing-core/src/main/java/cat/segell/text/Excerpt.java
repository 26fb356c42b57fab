// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is shown of words that somebody else chose: the first of them, and none longer than anybody reads. That something is missing
 * is said.
 *
 * @param leftOut how many more there are
 * @param shortened whether one of these ends in three dots of ours
 */
public record Excerpt(List<String> words, int leftOut, boolean shortened) {

    public static final Excerpt NOTHING = new Excerpt(List.of(), 0, false);

    public Excerpt {
        words = List.copyOf(words);
    }

    /** @param most of them */
    public static Excerpt of(Stream<String> all, int most) {
        List<String> whole = all.toList();
        List<String> first = whole.stream().limit(most).toList();
        List<String> brief = first.stream().map(Showable::brief).toList();
        return new Excerpt(brief, whole.size() - first.size(), !brief.equals(first));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }
}
