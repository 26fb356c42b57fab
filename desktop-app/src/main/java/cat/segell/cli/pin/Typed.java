// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.NotStoppedException;
import cat.segell.app.terminal.SecretPrompt;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinFileInvalid;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** What a person types where nobody else sees it. */
final class Typed {

    private Typed() {}

    /**
     * @param out which is told where Ctrl+C ends it
     * @param gone where nobody can be asked any more
     * @return the caller wipes it
     * @throws ProblemException that, {@code PIN-FILE-INVALID} for what is no text, or {@code PIN-CANCELLED} where the question or the
     *     process was ended meanwhile
     */
    static char[] line(Out out, SecretPrompt secret, String question, Problem gone) throws ProblemException {
        char[] line;
        Interruption interruption = new Interruption(out);
        try (interruption) {
            line = line(out, secret, question);
        } catch (CharacterCodingException e) {
            throw new ProblemException(new PinFileInvalid(), e);
        } catch (InterruptedIOException e) {
            throw new ProblemException(new PinCancelled(), e);
        } catch (IOException e) {
            throw new ProblemException(gone, e);
        }
        if (interruption.isTold()) {
            Arrays.fill(line, '\0');
            throw new ProblemException(new PinCancelled());
        }
        return line;
    }

    /** Whoever believes to be back at the shell isn't to use up a try with their next command. */
    private static char[] line(Out out, SecretPrompt secret, String question) throws IOException {
        String asked = question;
        while (true) {
            try {
                return secret.ask(asked);
            } catch (NotStoppedException _) {
                asked = out.wrapped("", out.texts().text("pin.stop")) + "\n" + question;
            }
        }
    }

    /** @throws ProblemException as {@link #line}, or {@code PIN-CANCELLED} where nothing is typed */
    static Pin pin(Out out, SecretPrompt secret, String question, Problem gone) throws ProblemException {
        char[] entered = line(out, secret, question + " ", gone);
        try {
            if (entered.length == 0) {
                throw new ProblemException(new PinCancelled());
            }
            return new Pin(entered);
        } finally {
            Arrays.fill(entered, '\0');
        }
    }
}
