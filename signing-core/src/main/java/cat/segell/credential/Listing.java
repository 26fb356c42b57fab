// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.Problem;
import java.util.List;

/**
 * What one source sees now.
 *
 * @param tokens all that were seen, with something on them or not; what holds keys otherwise (files, the system) has none
 * @param problems what kept it from seeing more (a broken driver, say); the rest is there all the same
 */
public record Listing(
        List<Credential> credentials, List<HiddenCredential> hidden, List<ListedToken> tokens, List<Problem> problems) {

    public static final Listing NOTHING = new Listing(List.of(), List.of(), List.of());

    public Listing {
        credentials = List.copyOf(credentials);
        hidden = List.copyOf(hidden);
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    /** Of what shows no tokens. */
    public Listing(List<Credential> credentials, List<HiddenCredential> hidden, List<Problem> problems) {
        this(credentials, hidden, List.of(), problems);
    }

    /** Whether a key is there with which more than practice can be signed. */
    public boolean anyReal() {
        return credentials.stream().anyMatch(each -> !each.practice());
    }

    /** Whether none is there, and nothing says why: that a driver broke isn't why the token of another one can't sign. */
    public boolean unexplained() {
        return !anyReal() && (problems.isEmpty() || !tokens.isEmpty());
    }
}
