// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What may stand before or after any command. */
public final class GlobalOptions {

    @Option(names = "--json", scope = ScopeType.INHERIT, descriptionKey = "json")
    private boolean json;

    @Option(names = "--lang", paramLabel = "ca|es|en", scope = ScopeType.INHERIT, descriptionKey = "lang")
    private @Nullable Language language;

    @Option(names = "--home", paramLabel = Label.DIR, scope = ScopeType.INHERIT, descriptionKey = "home")
    private @Nullable Path home;

    @Option(names = "--policy", paramLabel = Label.FILE, scope = ScopeType.INHERIT, descriptionKey = "policy")
    private @Nullable Path policy;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    @SuppressWarnings("UnusedVariable") // read by the parser
    private boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    @SuppressWarnings("UnusedVariable") // read by the parser
    private boolean version;

    public boolean json() {
        return json;
    }

    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    Optional<Path> policy() {
        return Optional.ofNullable(policy);
    }

    /** A first look before parsing, so that a usage error too is told in the right language and shape. */
    public static GlobalOptions glance(String[] args) {
        GlobalOptions options = new GlobalOptions();
        List<String> words = List.of(args);
        int end = words.indexOf("--");
        words = end < 0 ? words : words.subList(0, end);
        options.json = words.contains("--json");
        value(words, "--lang").flatMap(Language::of).ifPresent(found -> options.language = found);
        return options;
    }

    private static Optional<String> value(List<String> words, String option) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).startsWith(option + "=")) {
                return Optional.of(words.get(i).substring(option.length() + 1));
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
