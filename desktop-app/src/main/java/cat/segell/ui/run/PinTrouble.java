// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

/** The ways on for a person who is asked for a PIN and can't enter it. */
public interface PinTrouble {

    /**
     * What to do without the PIN. The question stays open meanwhile.
     *
     * @param back to the question
     */
    void forgotten(Runnable back);

    /** What to do about the card that locked. */
    void locked();

    /** The practice card gets its tries back. */
    void unlockPractice();
}
