// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.app.TriedDriver;
import cat.segell.card.admission.DriverFile;
import cat.segell.problem.Problem;
import java.nio.file.Path;

/** What the person has to do with a card's driver just now. */
public sealed interface DriverStage {

    /** Nothing. */
    record Idle() implements DriverStage {}

    /** To wait: its file is read, and nothing of it is loaded. */
    record Looking(Path module) implements DriverStage {}

    /** To wait: it is loaded in a process of its own, to see what it is. */
    record Trying(Path module) implements DriverStage {}

    /**
     * To decide: it is another file than before.
     *
     * @param adding whether it is to be tried and added then
     */
    record Changed(DriverFile file, boolean adding) implements DriverStage {}

    /** To decide: it is a driver. Whether it is used already isn't asked: added twice, it is there once. */
    record Offered(TriedDriver driver) implements DriverStage {}

    /**
     * To wait: the person has decided, and that is not broken off any more.
     *
     * @param adding whether it is to be added
     */
    record Taking(Path module, boolean adding) implements DriverStage {}

    /**
     * To read why there is nothing to decide.
     *
     * @param adding whether it was to be added
     */
    record Refused(Problem problem, boolean adding) implements DriverStage {}
}
