// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.cli.Out;
import cat.segell.credential.CredentialSource;

/** What came up while keys were looked for. It is told again until a person has read it: a program has read nothing. */
public final class Notices {

    private Notices() {}

    /** Beside the result. */
    public static void tell(CredentialSource source, Out out) {
        source.notices().forEach(out::problem);
        told(source, out);
    }

    /** The same where the result says it already. */
    public static void told(CredentialSource source, Out out) {
        if (!out.json()) {
            var _ = source.takeNotices();
        }
    }
}
