// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.util.List;

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

    /** Another program keeps the card in it for itself. */
    record CardHeld(String reader) implements ReaderProblem {}

    /** The service knows the reader, and can't tell what is in it. */
    record ReaderUnavailable(String reader) implements ReaderProblem {}

    /** @param atr what the card said of itself when it was powered up, in hexadecimal */
    record CardUnknown(String reader, String atr) implements ReaderProblem {}

    /**
     * Nothing on this computer serves the card that is in the reader.
     *
     * @param card what it is, or all that it may be
     * @param software that serves it, by name
     */
    record CardWithoutDriver(String reader, String card, List<String> software) implements ReaderProblem {
        public CardWithoutDriver {
            software = List.copyOf(software);
        }
    }

    /**
     * What should serve the card is there and works, but it sees nothing on it.
     *
     * @param software by name
     */
    record CardUnread(String reader, String card, List<String> software) implements ReaderProblem {
        public CardUnread {
            software = List.copyOf(software);
        }
    }

    /** Its issuer has ended its use: no driver reads it again. */
    record CardClosed(String reader, String card) implements ReaderProblem {}
}
