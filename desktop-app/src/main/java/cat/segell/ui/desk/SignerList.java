// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.keys.TokenNames;
import cat.segell.certificate.Renewal;
import cat.segell.diagnosis.Advice;
import cat.segell.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody whose key is at hand.
 *
 * @param hidden what else lies beside the keys
 * @param problems what kept Segell from seeing more
 * @param advice what is to be known of the card that they are about
 * @param names what the tokens are called that the keys are on
 * @param last who signed last, where that one is at hand
 * @param notices what the person should know although it stops nothing; told once
 */
public record SignerList(
        List<SignerOption> options,
        List<HiddenSigner> hidden,
        List<Problem> problems,
        Advice advice,
        TokenNames names,
        Optional<SignerOption> last,
        List<StandingNotice> notices) {

    public static final SignerList NOBODY = new SignerList(List.of(), List.of(), List.of());

    /** Where nobody knows who signed last, and there is nothing else to tell. */
    public SignerList(List<SignerOption> options, List<HiddenSigner> hidden, List<Problem> problems) {
        this(options, hidden, problems, Advice.NONE, TokenNames.NOTHING, Optional.empty(), List.of());
    }

    public SignerList {
        options = byOrganisation(options);
        hidden = List.copyOf(hidden);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** Those of one organisation beside each other, organisations in the order in which they were found. */
    private static List<SignerOption> byOrganisation(List<SignerOption> options) {
        return options.stream()
                .collect(Collectors.groupingBy(SignerOption::organisation, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The same and some more, of whom those that are there already stay as they are. */
    public SignerList with(List<SignerOption> more) {
        Stream<SignerOption> others =
                more.stream().filter(option -> options.stream().noneMatch(option::sameAs));
        return new SignerList(
                Stream.concat(options.stream(), others).toList(), hidden, problems, advice, names, last, notices);
    }

    /** The same people, of whom nothing more can be seen. */
    public SignerList failed(Problem problem) {
        return new SignerList(options, hidden, List.of(problem), Advice.NONE, names, last, notices);
    }

    /** Those who can sign with legal value. */
    public List<SignerOption> fit() {
        return real().filter(option -> option.unfit().isEmpty()).toList();
    }

    public List<SignerOption> unfit() {
        return real().filter(option -> option.unfit().isPresent()).toList();
    }

    /** Whether there is anything that could be shown. */
    public boolean anything() {
        return !options.isEmpty() || !hidden.isEmpty();
    }

    /** Whoever can't sign now, by practice means too. */
    public List<SignerOption> greyed() {
        return options.stream().filter(option -> option.unfit().isPresent()).toList();
    }

    /** The practice cards' keys, where there are any. */
    public List<SignerOption> practices() {
        return options.stream()
                .filter(option -> !option.real() && option.unfit().isEmpty())
                .toList();
    }

    /**
     * The only one that can sign; one that was renewed doesn't count. With two, the person decides: a wrong organisation is
     * worse than a click.
     */
    Optional<SignerOption> only() {
        List<SignerOption> current =
                fit().stream().filter(option -> successor(option).isEmpty()).toList();
        return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
    }

    /**
     * Whom to begin with: the only one, or the one that signed last, or what took its place. Not where it could be for another
     * organisation.
     */
    public Optional<SignerOption> preselected() {
        return only().or(() -> last.map(was -> successor(was).orElse(was))
                .filter(was -> organisations() == 1 && fit().stream().anyMatch(was::sameAs)));
    }

    /** The one that was issued to take another's place. */
    public Optional<SignerOption> successor(SignerOption before) {
        return fit().stream()
                .filter(option -> Renewal.replaces(option.facts(), before.facts()))
                .findFirst();
    }

    public long organisations() {
        return fit().stream().map(SignerOption::organisation).distinct().count();
    }

    /** The one person who all that can sign belong to. */
    public Optional<String> onlyHolder() {
        List<String> holders =
                fit().stream().map(option -> option.facts().holder()).distinct().toList();
        return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
    }

    private Stream<SignerOption> real() {
        return options.stream().filter(SignerOption::real);
    }
}
