// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.io.IOException;

/** Asks a person for a line that nobody else may see. */
@FunctionalInterface
public interface SecretPrompt {

    /**
     * @param question shown as it is
     * @return what was typed, empty where the person gave nothing; the caller wipes it
     * @throws NotStoppedException the person wanted to stop the question for a while; they can be asked again
     * @throws java.nio.charset.CharacterCodingException what was typed is no text
     * @throws IOException nobody can be asked any more
     */
    char[] ask(String question) throws IOException;
}
