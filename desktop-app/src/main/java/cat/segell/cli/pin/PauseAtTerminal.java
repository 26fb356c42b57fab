// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.NotStoppedException;
import cat.segell.app.terminal.SecretPrompt;
import cat.segell.batch.Pause;
import cat.segell.cli.Out;
import cat.segell.problem.Problem;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person at a terminal puts the card back, and says so with Enter. */
public record PauseAtTerminal(Out out, SecretPrompt secret) implements Pause {

    private static final Logger LOG = LoggerFactory.getLogger(PauseAtTerminal.class);

    @Override
    public boolean goesOn(Problem why) {
        // What its remedy advises is for a batch that has ended.
        out.note(out.statement(why));
        String question = out.wrapped("", out.texts().text("sign.pause")) + "\n> ";
        while (true) {
            try {
                // Whoever types the PIN here already is asked for it once more: this goes nowhere.
                Arrays.fill(secret.ask(question), '\0');
                return true;
            } catch (NotStoppedException _) {
                LOG.debug("asked once more");
            } catch (IOException e) {
                LOG.info("nobody goes on: {}", e.getMessage());
                return false;
            }
        }
    }
}
