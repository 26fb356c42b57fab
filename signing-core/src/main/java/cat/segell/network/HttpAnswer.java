// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.util.Locale;

/**
 * What came back: from whomever, and not to be believed for that.
 *
 * @param type content type in lower case without its parameters, empty where none was given
 * @param body empty unless the status is 200
 */
public record HttpAnswer(int status, String type, byte[] body) {

    public HttpAnswer {
        type = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
