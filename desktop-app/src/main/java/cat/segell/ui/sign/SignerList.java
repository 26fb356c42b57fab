// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.certificate.Renewal;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody whose key is at hand.
 *
 * @param problems what kept Segell from seeing more
 */
public record SignerList(List<SignerOption> options, List<Problem> problems) {

    public static final SignerList NOBODY = new SignerList(List.of(), List.of());

    public SignerList {
        options = List.copyOf(options);
        problems = List.copyOf(problems);
    }

    /** Those who can sign with legal value. */
    List<SignerOption> fit() {
        return real().filter(option -> option.unfit().isEmpty()).toList();
    }

    List<SignerOption> unfit() {
        return real().filter(option -> option.unfit().isPresent()).toList();
    }

    /** The practice cards' keys, where there are any. */
    List<SignerOption> practices() {
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

    /** The one that was issued to take another's place. */
    Optional<SignerOption> successor(SignerOption before) {
        return fit().stream()
                .filter(option -> Renewal.replaces(option.facts(), before.facts()))
                .findFirst();
    }

    long organisations() {
        return fit().stream().map(SignerOption::organisation).distinct().count();
    }

    private Stream<SignerOption> real() {
        return options.stream().filter(SignerOption::real);
    }
}
