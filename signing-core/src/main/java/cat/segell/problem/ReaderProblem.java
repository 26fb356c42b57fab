// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

/** Readers, what is in them, and the service of the system that reaches them (PC/SC). Exit status 3. */
public sealed interface ReaderProblem extends Problem {

    /** This system has no PC/SC, or none that can be loaded. */
    record PcscNone() implements ReaderProblem {}

    record PcscServiceDown() implements ReaderProblem {}

    /** This person or this session may not use readers. */
    record PcscForbidden() implements ReaderProblem {}

    /**
     * @param call the PC/SC function
     * @param result its return value in hexadecimal, {@code 0x…}
     */
    record PcscFailed(String call, String result) implements ReaderProblem {}

    record ReaderNone() implements ReaderProblem {}

    record CardNone() implements ReaderProblem {}

    /** Something is in the reader that doesn't answer. */
    record CardMute(String reader) implements ReaderProblem {}
}
