// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back: from whomever, and not to be believed for that.
 *
 * @param type content type in lower case without its parameters, empty where none was given
 * @param body empty unless the status is 200
 * @param elsewhere where it says that the answer is to be had, for whoever follows it
 */
public record HttpAnswer(int status, String type, byte[] body, Optional<URI> elsewhere) {

    public HttpAnswer {
        type = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
