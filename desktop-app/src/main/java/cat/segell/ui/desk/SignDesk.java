// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.Pause;
import cat.segell.credential.PinEntry;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the Sign screen stands on. Everything here may take its time: never called on the window's thread. */
public interface SignDesk extends DriverDesk, JournalDesk {

    /**
     * Tells each document that files and folders stand for, in their order. What can't be signed carries its problem.
     *
     * @param each told on this thread
     */
    void find(List<Path> named, Consumer<FoundDocument> each);

    /** Everybody whose key is at hand, those who can't sign too. */
    SignerList signers();

    /** The person has a notice before their eyes: what is told once a day was told today. */
    void told(StandingNotice notice);

    /**
     * Everybody whose key is in a file, those who can't sign too.
     *
     * @param entry asked for the file's password
     * @throws ProblemException {@code PASSWORD-WRONG}, or why the file can't be read
     */
    List<SignerOption> inKeyFile(Path file, PinEntry entry) throws ProblemException;

    /** The practice card's signer; makes the card when there is none. */
    SignerOption practice() throws ProblemException;

    /** The same, after giving the practice card its tries back. */
    SignerOption unlockPractice() throws ProblemException;

    /** Gives cards other PINs. */
    PinChange pins();

    /** The person's word that time-stamp authorities may be in a private network, for as long as the window is open. */
    void allowPrivateNetwork();

    /**
     * Signs.
     *
     * @param pause asked where the key breaks in the midst of it
     * @param stop asked between two documents
     * @throws ProblemException when the key could not be opened: nothing was signed
     */
    void sign(BatchRequest request, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException;
}
