// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

/** A programming error of ours. Exit status 70. */
public sealed interface InternalProblem extends Problem {

    /** @param kind class name of the exception, never its message */
    record InternalFault(String kind) implements InternalProblem {

        public static InternalFault of(Throwable fault) {
            return new InternalFault(fault.getClass().getName());
        }
    }
}
