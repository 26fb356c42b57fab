// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * Who is asked while a batch is signed, as it was named.
 *
 * @param timestamps addresses of time-stamp authorities, asked in this order
 * @param trusted files and folders of whose certificates evidence is gathered too
 * @param privateNetwork whether services may be on this machine or in a private network
 */
public record AskedServices(List<String> timestamps, List<Path> trusted, boolean privateNetwork) {

    public static final AskedServices NONE = new AskedServices(List.of(), List.of(), false);

    public AskedServices {
        timestamps = List.copyOf(timestamps);
        trusted = List.copyOf(trusted);
    }
}
