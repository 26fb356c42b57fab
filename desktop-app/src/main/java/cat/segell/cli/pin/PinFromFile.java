// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.SecretLine;
import cat.segell.document.SingleFile;
import cat.segell.problem.PinProblem.PinFileInvalid;
import cat.segell.problem.PinProblem.PinFileUnreadable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first and only line of a file, or of what an open file descriptor gives, in UTF-8. */
final class PinFromFile implements PinEntry {

    private final Path file;
    private final boolean finalTry;
    private final PinEntry onReader;
    private final Runnable unused;

    /**
     * @param finalTry the person's consent to use a token's last try
     * @param onReader who tells the person to type on the reader
     * @param unused tells before that what is in the file isn't used
     */
    PinFromFile(Path file, boolean finalTry, PinEntry onReader, Runnable unused) {
        this.file = file;
        this.finalTry = finalTry;
        this.onReader = onReader;
        this.unused = unused;
    }

    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        demandConsent(request);
        SingleFile.demand(file);
        try (InputStream in = Files.newInputStream(file)) {
            return SecretLine.read(in).orElseThrow(() -> new ProblemException(new PinFileInvalid()));
        } catch (IOException e) {
            throw new ProblemException(new PinFileUnreadable(file), e);
        }
    }

    /** A reader with a keypad takes no PIN from a file. */
    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        demandConsent(request);
        unused.run();
        return onReader.onReader(request, cancel);
    }

    private void demandConsent(PinRequest request) throws ProblemException {
        if (request.token().onLastTry() && !finalTry) {
            throw new ProblemException(request.token().finalTry());
        }
    }
}
