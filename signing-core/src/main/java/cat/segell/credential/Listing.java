// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.Problem;
import java.util.List;

/**
 * What one source sees now.
 *
 * @param problems what kept it from seeing more (a broken driver, say); the rest is there all the same
 */
public record Listing(List<Credential> credentials, List<HiddenCredential> hidden, List<Problem> problems) {

    public static final Listing NOTHING = new Listing(List.of(), List.of(), List.of());

    public Listing {
        credentials = List.copyOf(credentials);
        hidden = List.copyOf(hidden);
        problems = List.copyOf(problems);
    }

    /** Whether a key is there with which more than practice can be signed. */
    public boolean anyReal() {
        return credentials.stream().anyMatch(each -> !each.practice());
    }

    /** Whether none is there, and nothing says why. */
    public boolean unexplained() {
        return !anyReal() && problems.isEmpty();
    }
}
