// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.installed.KnownModule;
import cat.segell.card.token.TokenInSlot;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * A driver, and what can be seen through it.
 *
 * @param known the module, and why it was looked at
 * @param loaded whether its module answered
 * @param problems why it didn't, or of single slots
 */
public record DriverSight(KnownModule known, boolean loaded, List<TokenInSlot> tokens, List<Problem> problems) {

    private static final String START = "C_Initialize";

    public DriverSight {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    public Path module() {
        return known.file();
    }

    /** The problems that concern a person who didn't ask for drivers. */
    public List<Problem> faults() {
        return faults(known, problems);
    }

    /** What was merely found and can't be loaded is nobody's concern; a driver that breaks may hide a card. */
    public static List<Problem> faults(KnownModule module, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> module.why().wanted() || !neverLoaded(problem))
                .toList();
    }

    /** Why its module, which this computer can load, doesn't start. */
    public List<Problem> startFaults() {
        return problems.stream().filter(DriverSight::neverStarted).toList();
    }

    private static boolean neverLoaded(Problem problem) {
        return problem instanceof DriverMissing
                || problem instanceof DriverInvalid
                || problem instanceof DriverWrongArch
                || neverStarted(problem);
    }

    private static boolean neverStarted(Problem problem) {
        return (problem instanceof DriverFailed failed && failed.call().equals(START))
                || (problem instanceof DriverCodeUnknown unknown
                        && unknown.call().equals(START));
    }
}
