// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.SubContext;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of algorithms is what DSS works out. */
class RememberingPolicyTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE_RECORD")
    void saysOfAlgorithmsWhatDssSays(Context context) throws Exception {
        String file = "/policy/constraint.xml";
        EtsiValidationPolicy plain = new EtsiValidationPolicy(
                ValidationPolicyFacade.newFacade().unmarshall(ValidationPolicyFacade.class.getResourceAsStream(file)));
        RememberingPolicy ours = new RememberingPolicy(
                ValidationPolicyFacade.newFacade().unmarshall(ValidationPolicyFacade.class.getResourceAsStream(file)));
        for (int round = 0; round < 2; round++) {
            assertThat(told(ours, context)).isNotEmpty().isEqualTo(told(plain, context));
        }
    }

    private static List<String> told(EtsiValidationPolicy policy, Context context) {
        List<String> told = new ArrayList<>();
        told.add(told(policy.getSignatureCryptographicConstraint(context)));
        for (SubContext part : SubContext.values()) {
            told.add(told(policy.getCertificateCryptographicConstraint(context, part)));
        }
        return told;
    }

    private static String told(CryptographicSuite suite) {
        return suite.getLevel() + " " + suite.getAcceptableDigestAlgorithms().keySet()
                + suite.getAcceptableSignatureAlgorithms().keySet() + suite.getAcceptableDigestAlgorithmsLevel()
                + suite.getAcceptableSignatureAlgorithmsLevel()
                + suite.getAcceptableSignatureAlgorithmsMiniKeySizeLevel()
                + suite.getAlgorithmsExpirationDateLevel() + suite.getAlgorithmsExpirationDateAfterUpdateLevel()
                + suite.getCryptographicSuiteUpdateDate()
                + suite.getAcceptableSignatureAlgorithms().values().stream()
                        .flatMap(all -> all.stream().map(each -> each.getValidityEnd() + " " + each.getParameterList()))
                        .sorted()
                        .toList();
    }
}
