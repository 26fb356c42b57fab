// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.Wiring;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.cli.ShellWord;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a batch has left that ended in its midst: to go on is to sign just that.
 *
 * @param documents that were not signed for the same reason, which is none of theirs
 * @param pinRefused whether that was the PIN: then the one that was given doesn't serve again
 */
record Rest(List<Failed> documents, boolean pinRefused) {

    /** More names than these make no command that anybody copies. */
    static final int LONGEST = 40;

    /** They are in how the program is called, or hold for one run, as the consent to a last try does. */
    private static final Set<String> NOT_AGAIN = Set.of("--home", "--json", "--pin-fd", "--final-try");

    private static final String PIN_FILE = "--pin-file";

    Rest {
        documents = List.copyOf(documents);
    }

    /** Nothing where no document was signed: then the whole command can be repeated. */
    static Optional<Rest> of(List<DocumentResult> results) {
        List<Failed> failed = results.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .filter(each -> endsBatch(each.problem()))
                .toList();
        boolean begun = results.stream().anyMatch(Signed.class::isInstance);
        return begun && !failed.isEmpty()
                ? Optional.of(new Rest(failed, failed.getFirst().problem() instanceof PinProblem))
                : Optional.empty();
    }

    /** Whoever stopped it may want to go on too. */
    private static boolean endsBatch(Problem problem) {
        return problem instanceof SigningStopped || !(problem instanceof DocumentProblem);
    }

    boolean isCommand() {
        return documents.size() <= LONGEST;
    }

    /**
     * What is to be typed behind the name of the program.
     *
     * @param given options of the command before
     * @param files as the person would name them
     * @param folders of which they keep their path below the output folder
     */
    String command(List<OptionSpec> given, List<String> files, List<String> folders) {
        Stream<String> options = given.stream()
                .filter(option -> !NOT_AGAIN.contains(option.longestName()))
                .filter(option -> !pinRefused || !option.longestName().equals(PIN_FILE))
                .flatMap(Rest::words);
        return Stream.of(
                        Stream.of("sign"),
                        files.stream().map(Rest::file),
                        folders.stream().map(folder -> "--below " + ShellWord.of(folder)),
                        options)
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    /** No file is taken for an option. */
    static String file(String name) {
        return ShellWord.of(name.startsWith("-") ? "./" + name : name);
    }

    private static Stream<String> words(OptionSpec option) {
        return option.arity().max() == 0
                ? Stream.of(option.longestName())
                : option.originalStringValues().stream()
                        .map(value -> option.longestName() + " " + ShellWord.of(withoutFault(value)));
    }

    /** A practice card failed as it was told to; nobody practises the same failure once more to get the rest signed. */
    private static String withoutFault(String value) {
        int fault = value.indexOf(PracticeKey.FAULT);
        return value.startsWith(Wiring.PRACTICE) && fault >= 0 ? value.substring(0, fault) : value;
    }
}
