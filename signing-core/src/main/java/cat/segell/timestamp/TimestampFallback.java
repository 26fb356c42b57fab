// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import java.net.URI;
import java.util.List;

/** Several authorities, asked in order until one answers well. */
public final class TimestampFallback implements TimestampAuthority {

    private final List<TimestampAuthority> authorities;

    /** @param authorities at least one */
    public TimestampFallback(List<? extends TimestampAuthority> authorities) {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no authority");
        }
        this.authorities = List.copyOf(authorities);
    }

    /** Of the first one. */
    @Override
    public URI address() {
        return authorities.getFirst().address();
    }

    /** @throws ProblemException that of the last one, with those before it as suppressed */
    @Override
    public byte[] token(Digest imprint) throws ProblemException {
        ProblemException last = null;
        for (TimestampAuthority authority : authorities) {
            try {
                return authority.token(imprint);
            } catch (ProblemException e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
            }
        }
        throw java.util.Objects.requireNonNull(last, "at least one was asked");
    }
}
