// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.KeyProblem.KeyTooWeak;
import cat.segell.problem.Problem;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits to the bit: one less, and no verifier would call a signature valid. */
class KeyStrengthTest {

    @ParameterizedTest
    @ValueSource(ints = {1900, 1901, 2047, 2048, 4096})
    void longEnoughRsaKeysSign(int bits) throws Exception {
        assertThat(KeyStrength.against(rsa(bits))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1899})
    void shorterRsaKeysDoNot(int bits) throws Exception {
        assertThat(KeyStrength.against(rsa(bits))).isEqualTo(weak("RSA " + bits));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void longEnoughCurvesSign(int bits) {
        assertThat(KeyStrength.against(new OverField(bits))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {192, 224, 255})
    void shorterCurvesDoNot(int bits) {
        assertThat(KeyStrength.against(new OverField(bits))).isEqualTo(weak("EC " + bits));
    }

    private static Optional<Problem> weak(String key) {
        return Optional.of(new KeyTooWeak(key));
    }

    private static PublicKey rsa(int bits) throws Exception {
        BigInteger modulus = BigInteger.ONE.setBit(bits - 1);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
    }

    /** Only the size of its field is looked at: no provider here has the short curves any more. */
    private record OverField(int bits) implements ECPublicKey {

        @Override
        public ECParameterSpec getParams() {
            EllipticCurve curve =
                    new EllipticCurve(new ECFieldFp(BigInteger.ONE.setBit(bits - 1)), BigInteger.ONE, BigInteger.ONE);
            return new ECParameterSpec(curve, getW(), BigInteger.TEN, 1);
        }

        @Override
        public ECPoint getW() {
            return new ECPoint(BigInteger.ONE, BigInteger.ONE);
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
