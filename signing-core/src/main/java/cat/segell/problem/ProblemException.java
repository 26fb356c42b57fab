// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

/** The one checked exception of this application: carries a {@link Problem} upwards. */
public final class ProblemException extends Exception {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** @param cause for the log only; it is never shown to a person */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
