// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser says, in our three languages. */
final class UsageWords {

    /** The options that exclude each other; the parser's exception doesn't say which they were. */
    private static final List<List<String>> EXCLUSIVE = List.of(
            List.of("--pin-fd", "--pin-file"),
            List.of("--new-pin-fd", "--new-pin-file"),
            List.of("--puk-fd", "--puk-file"),
            List.of("--key", "--token"));

    private UsageWords() {}

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "cat.segell.cli.usage", language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new TypeConversionException(tag));
    }

    /** The parser's own sentences are English: told by kind, never by its text. */
    static String detail(ParameterException e, Set<String> words, Messages texts) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                texts.text(
                        unmatched.isUnknownOption() ? "usage.option" : "usage.argument",
                        "word",
                        String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing
            when typed(missing.getMissing(), words) ->
                texts.text("usage.missing.value", "word", names(missing.getMissing()));
            case MissingParameterException missing -> texts.text("usage.missing", "word", names(missing.getMissing()));
            case MutuallyExclusiveArgsException _ -> texts.text("usage.exclusive", "words", alternatives(words));
            case OverwrittenOptionException twice -> texts.text("usage.twice", "word", name(twice.getOverwritten()));
            default -> other(e, texts);
        };
    }

    /** Whether it is there and only its value isn't. */
    private static boolean typed(List<ArgSpec> missing, Set<String> words) {
        return !missing.isEmpty()
                && missing.stream()
                        .allMatch(each -> each instanceof OptionSpec option
                                && Arrays.stream(option.names()).anyMatch(words::contains));
    }

    private static String alternatives(Set<String> words) {
        Set<String> options =
                words.stream().map(word -> word.replaceFirst("=.*", "")).collect(Collectors.toSet());
        return EXCLUSIVE.stream()
                .filter(options::containsAll)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(UsageWords::name).collect(Collectors.joining(", "));
    }

    private static String other(ParameterException e, Messages texts) {
        ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            return texts.text("usage.command.missing");
        }
        String value = e.getValue();
        return value == null
                ? texts.text("usage.missing", "word", name(argument))
                : texts.text("usage.value", Map.of("word", name(argument), "value", value));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
