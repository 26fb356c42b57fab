// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.algorithm;

import cat.segell.problem.KeyProblem.KeyTooWeak;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.Problem;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Whether a signature of a key would hold: what a verifier won't call valid is not made. */
public final class KeyStrength {

    /** ETSI TS 119 312 v1.5.1, and the policy that verdicts rest on: shorter ones ended in 2019. */
    private static final int SHORTEST_RSA = 1900;

    /** The same: curves over shorter fields ended in 2021. */
    private static final int SHORTEST_EC = 256;

    private KeyStrength() {}

    /** @return nothing where it is of a kind that Segell signs with, and long enough */
    public static Optional<Problem> against(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> shorter("RSA", rsa.getModulus().bitLength(), SHORTEST_RSA);
            case ECPublicKey ec ->
                shorter("EC", ec.getParams().getCurve().getField().getFieldSize(), SHORTEST_EC);
            default -> Optional.of(new KeyUnsupported(key.getAlgorithm()));
        };
    }

    private static Optional<Problem> shorter(String kind, int bits, int shortest) {
        return bits < shortest ? Optional.of(new KeyTooWeak(kind + " " + bits)) : Optional.empty();
    }
}
