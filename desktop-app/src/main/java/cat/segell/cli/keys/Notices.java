// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.cli.Out;
import cat.segell.credential.CredentialSource;
import cat.segell.problem.Problem;
import java.util.List;

/** What came up while keys were looked for: taken, and not told again, only where it is a person who reads it. */
public final class Notices {

    private Notices() {}

    public static List<Problem> of(CredentialSource source, Out out) {
        return out.json() ? source.notices() : source.takeNotices();
    }
}
