// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.TriedDriver;
import cat.segell.card.admission.DriverFile;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;

/** Drivers of cards, as far as the person decides on them. Everything here may take its time. */
public interface DriverDesk {

    /**
     * A card's driver as its file is now.
     *
     * @throws ProblemException why it could not be loaded anyway
     */
    DriverFile driver(Path module) throws ProblemException;

    /**
     * The person's word that a driver is meant to be as it was shown.
     *
     * @throws ProblemException {@code DRIVER-CHANGED} where it isn't that any more
     */
    void acceptDriver(DriverFile shown) throws ProblemException;

    /**
     * What a file is that the person points at, loaded once in a process of its own.
     *
     * @throws ProblemException why it can't be added; {@code DRIVER-CHANGED} where the person has to look at the file first
     */
    TriedDriver tryDriver(Path module) throws ProblemException;

    /**
     * Looked at from now on, for the cards that it reads.
     *
     * @throws ProblemException {@code DRIVER-CHANGED} where it isn't any more what was tried, or that it can't be remembered
     */
    void addDriver(TriedDriver tried) throws ProblemException;
}
