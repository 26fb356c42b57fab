// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.keys.WaitWatch;
import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampAuthority;
import java.net.URI;

/** A time-stamp authority, where somebody may have to end the wait for it as for a key: interrupted, it counts as silent. */
record WatchedTimestamps(TimestampAuthority authority, WaitWatch watch) implements TimestampAuthority {

    @Override
    public URI address() {
        return authority.address();
    }

    @Override
    public byte[] token(Digest imprint) throws ProblemException {
        watch.waits();
        try {
            return authority.token(imprint);
        } finally {
            watch.waited();
        }
    }
}
