// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.RevocationProblem;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What its issuer says of a certificate, as in JSON. */
public final class RevocationJson {

    private RevocationJson() {}

    /** Absent where nobody was asked. */
    public static Optional<Map<String, Object>> of(RevocationState revocation, Out out) {
        return switch (revocation) {
            case NotAsked _ -> Optional.empty();
            case Good _ -> Optional.of(Map.of("state", "good"));
            case Revoked _ -> Optional.of(Map.of("state", "revoked"));
            case Suspended _ -> Optional.of(Map.of("state", "suspended"));
            case NotKnown(RevocationProblem why) -> {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("state", "unknown");
                told.put("problem", out.facts(why));
                yield Optional.of(told);
            }
        };
    }
}
