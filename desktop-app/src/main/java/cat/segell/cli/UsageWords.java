// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.Problem;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.problem.UsageProblem.UsageInvalid;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser says, in our three languages. */
public final class UsageWords {

    /** Options that people look for and that there never will be. */
    private static final Set<String> SECRETS = Set.of("--pin", "--puk", "--new-pin", "--password");

    /** What other programs call what a command here does by itself. */
    private static final Set<String> SHOWING = Set.of("list", "ls", "show", "status");

    /** "ca|es|en", "auto|PAGE,X,Y". */
    private static final Pattern LIST = Pattern.compile("[\\p{L}0-9,]+(\\|[\\p{L}0-9,]+)+");

    private UsageWords() {}

    public static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "cat.segell.cli.usage", language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new TypeConversionException(tag));
    }

    /** No name at all would be the folder that one is in. Nobody writes it so: it is a variable of the shell that is empty. */
    public static Path path(String name) {
        if (name.isEmpty()) {
            throw new TypeConversionException(name);
        }
        return Path.of(name);
    }

    /** @param words that were typed */
    public static Problem problem(ParameterException e, Set<String> words, Messages texts) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        Optional<OptionsApart> apart =
                e instanceof MutuallyExclusiveArgsException ? apart(command, words) : Optional.empty();
        return apart.isPresent() ? apart.get() : new UsageInvalid(detail(e, words, texts), typed(command));
    }

    /** The parser's own sentences are English: told by kind, never by its text. */
    private static String detail(ParameterException e, Set<String> words, Messages texts) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, texts);
            case MissingParameterException missing
            when typed(missing.getMissing(), words) ->
                texts.text("usage.missing.value", "word", names(missing.getMissing()));
            case MissingParameterException missing -> texts.text("usage.missing", "word", names(missing.getMissing()));
            case OverwrittenOptionException twice -> texts.text("usage.twice", "word", name(twice.getOverwritten()));
            default -> other(e, texts);
        };
    }

    private static String unmatched(UnmatchedArgumentException e, Messages texts) {
        String first = e.getUnmatched().getFirst();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (!e.isUnknownOption()) {
            return tooMany(first, command, texts);
        }
        // Its value is left out: it may be a PIN.
        String option = first.replaceFirst("=.*", "");
        Set<String> options = command.optionsMap().keySet();
        String told = texts.text("usage.option", "word", option);
        return secretFile(option, options)
                .map(file -> told + " " + texts.text("usage.secret", "option", file))
                .orElseGet(() -> told + near(option, options, texts));
    }

    /** The first word alone, because a PIN may follow; and not even that where a PIN is looked for. */
    private static String tooMany(String first, CommandSpec command, Messages texts) {
        return secretFile("--pin", command.optionsMap().keySet())
                .or(() -> secretFile("--puk", command.optionsMap().keySet()))
                .map(file -> texts.text("usage.argument.untold", "option", file))
                .orElseGet(() -> texts.text("usage.argument", "word", first) + instead(first, command, texts));
    }

    /** The command or option that was meant, else all commands that there are. */
    private static String instead(String typed, CommandSpec command, Messages texts) {
        List<String> commands = commands(command);
        if (SHOWING.contains(typed) && showsByItself(command)) {
            return " " + texts.text("usage.alone", "command", typed(command));
        }
        Set<String> options = command.optionsMap().keySet();
        String option = "--" + typed;
        if (Nearest.of(typed, commands).isEmpty() && Nearest.of(option, options).isPresent()) {
            return near(option, options, texts);
        }
        boolean few = !commands.isEmpty() && command.parent() != null;
        return Nearest.of(typed, commands).isEmpty() && few
                ? " " + texts.text("usage.commands", "words", String.join(", ", commands))
                : near(typed, commands, texts);
    }

    /** Without a file or a further command. */
    private static boolean showsByItself(CommandSpec command) {
        return command.parent() != null
                && !(command.userObject() instanceof GroupCommand)
                && command.positionalParameters().isEmpty();
    }

    /** The option that takes from a file what somebody is about to write into a command. */
    private static Optional<String> secretFile(String option, Set<String> options) {
        return SECRETS.contains(option)
                ? Stream.of(option + "-file", "--pin-file")
                        .filter(options::contains)
                        .findFirst()
                : Optional.empty();
    }

    /** The command as it is typed: "./segell cards" where the launcher of a checkout is. */
    public static String typed(CommandSpec command) {
        return withProgram(command.qualifiedName());
    }

    /** With the program as the person calls it, at the beginning. */
    public static String withProgram(String command) {
        return command.replaceFirst("^segell(?= |$)", Matcher.quoteReplacement(ShellWord.segell()));
    }

    /** A sentence with a blank before it, or nothing where no word is near. */
    public static String near(String typed, Collection<String> words, Messages texts) {
        return Nearest.of(typed, words)
                .map(word -> " " + texts.text("usage.near", "word", word))
                .orElse("");
    }

    /** Those behind a command that help lists. */
    public static List<String> commands(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it is there and only its value isn't. */
    private static boolean typed(List<ArgSpec> missing, Set<String> words) {
        return !missing.isEmpty()
                && missing.stream()
                        .allMatch(each -> each instanceof OptionSpec option
                                && Arrays.stream(option.names()).anyMatch(words::contains));
    }

    /** The options that exclude each other among the words that were given: the parser's exception doesn't say which they were. */
    private static Optional<OptionsApart> apart(CommandSpec command, Set<String> words) {
        Set<String> given =
                words.stream().map(word -> word.replaceFirst("=.*", "")).collect(Collectors.toSet());
        return command.argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .map(group -> group.options().stream()
                        .filter(option -> Arrays.stream(option.names()).anyMatch(given::contains))
                        .map(OptionSpec::longestName)
                        .toList())
                .filter(options -> options.size() > 1)
                .map(options -> new OptionsApart(options.get(0), options.get(1)))
                .findFirst();
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
        return value == null ? texts.text("usage.missing", "word", name(argument)) : value(argument, value, texts);
    }

    /** With what it takes, where its label lists that. */
    public static String value(ArgSpec argument, String value, Messages texts) {
        if (value.isEmpty()) {
            return texts.text("usage.empty", "word", name(argument));
        }
        boolean listed = LIST.matcher(argument.paramLabel()).matches();
        Map<String, Object> values = Map.of(
                "word",
                name(argument),
                "value",
                value,
                "choices",
                List.of(argument.paramLabel().split("\\|", -1)));
        return texts.text(listed ? "usage.value.choices" : "usage.value", values);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
