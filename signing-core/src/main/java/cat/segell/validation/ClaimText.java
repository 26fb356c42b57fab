// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.text.Excerpt;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import cat.segell.validation.detail.ClaimDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a signer says beside the signature, in words. */
public final class ClaimText {

    /**
     * A part of it.
     *
     * @param name what it is, as a heading of its own
     */
    public record Line(String name, String value) {}

    private final Messages words;

    private ClaimText(Messages words) {
        this.words = words;
    }

    /** Nothing of the field: a signature that waited for nobody has a name that says nothing. */
    public static List<Line> of(ClaimDetail claims, Language language) {
        ClaimText text = new ClaimText(words(language));
        List<Line> lines = new ArrayList<>();
        text.add(lines, "reason", claims.reason().map(text::quoted));
        text.add(lines, "location", claims.location().map(text::quoted));
        text.add(lines, "role", text.joined(claims.roles(), text::quoted));
        text.add(lines, "commitment", text.joined(claims.commitments(), text::commitment));
        text.add(lines, "policy", claims.policy());
        text.add(lines, "certifies", claims.certifies().map(changes -> text.words.text("certifies." + changes)));
        return lines;
    }

    /** Names of fields, each in the marks that show where it ends. */
    public static String fields(Excerpt names, Language language) {
        ClaimText text = new ClaimText(words(language));
        return text.withRest(
                names.words().stream().map(text::quoted).collect(Collectors.joining(", ")), names.leftOut());
    }

    /** That there are more is said. */
    private String withRest(String shown, int leftOut) {
        return leftOut == 0 ? shown : words.text("and-more", Map.of("shown", shown, "count", leftOut));
    }

    private static Messages words(Language language) {
        return Messages.load(language, VerdictText.class, "verdict");
    }

    private void add(List<Line> lines, String key, Optional<String> value) {
        value.ifPresent(said -> lines.add(new Line(words.text("claim." + key), said)));
    }

    private String quoted(String said) {
        return words.language().quoted(Showable.of(said));
    }

    private Optional<String> joined(Excerpt said, UnaryOperator<String> shown) {
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        withRest(said.words().stream().map(shown).collect(Collectors.joining("; ")), said.leftOut()));
    }

    private String commitment(String commitment) {
        String key = "commitment." + commitment;
        return words.has(key) ? words.text(key) : commitment;
    }
}
