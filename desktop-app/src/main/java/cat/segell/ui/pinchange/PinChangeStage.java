// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.problem.Problem;
import cat.segell.ui.pin.PadQuestion;

/** How far a change of a PIN is. */
public sealed interface PinChangeStage {

    /** None is under way. */
    record Idle() implements PinChangeStage {}

    /** The card's state is read: nothing has been asked for yet. */
    record Looking(PinChangeJob job) implements PinChangeStage {}

    /** The person is asked; stays until the card has said what it thinks of the answer. */
    record Asking(PinChangeJob job, NewPinQuestion question) implements PinChangeStage {}

    /** All is typed on the reader's own keys. */
    record OnReader(PinChangeJob job, PadQuestion question) implements PinChangeStage {}

    record Done(PinChangeJob job) implements PinChangeStage {}

    record Failed(PinChangeJob job, Problem problem) implements PinChangeStage {}
}
