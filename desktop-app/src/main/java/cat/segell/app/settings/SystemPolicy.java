// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.document.OwnedPath;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.PolicyUnreadable;
import cat.segell.problem.SettingProblem.PolicyUnsafe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a computer keeps the policy of its administrator. No option and no environment variable names another place.
 *
 * @param file in a folder of its own
 * @param administrators numbers of the users who may have written it
 */
public record SystemPolicy(Path file, Set<Integer> administrators) {

    private static final int ROOT = 0;

    /** This computer's own. */
    public static final SystemPolicy OF_COMPUTER = new SystemPolicy(Path.of("/etc/segell/policy.json"), Set.of(ROOT));

    public SystemPolicy {
        administrators = Set.copyOf(administrators);
    }

    /** Whether something is there, be it a link that leads nowhere: then the administrator meant to decide. */
    public boolean isThere() {
        Path folder = file.resolveSibling("");
        boolean leadsNowhere = Files.isSymbolicLink(folder) && Files.notExists(folder);
        return leadsNowhere || !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The policy, {@link Policy#NONE} where there is certainly none.
     *
     * @throws ProblemException {@code POLICY-UNSAFE} where others could have written it; what {@link Policy#read} says
     */
    public Policy read() throws ProblemException {
        if (!isThere()) {
            return Policy.NONE;
        }
        Optional<Path> weak;
        try {
            weak = new OwnedPath(administrators).weakPlace(file);
        } catch (IOException e) {
            throw new ProblemException(new PolicyUnreadable(file), e);
        }
        if (weak.isPresent()) {
            throw new ProblemException(new PolicyUnsafe(file, weak.get()));
        }
        return Policy.read(file);
    }
}
