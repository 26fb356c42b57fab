// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.SubContext;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * DSS's policy, which works out anew at each certificate and each signature until when which algorithms are good, though the
 * policy never changes: a quarter of what a verdict allocates. Here it is worked out once.
 */
final class RememberingPolicy extends EtsiValidationPolicy {

    private final Map<List<@Nullable Object>, CryptographicSuite> suites = new ConcurrentHashMap<>();

    /** @param parameters nobody changes them any more */
    RememberingPolicy(ConstraintsParameters parameters) {
        super(parameters);
    }

    @Override
    public CryptographicSuite getSignatureCryptographicConstraint(Context context) {
        return suites.computeIfAbsent(
                Arrays.asList(context, null), _ -> remembering(super.getSignatureCryptographicConstraint(context)));
    }

    @Override
    public CryptographicSuite getCertificateCryptographicConstraint(Context context, SubContext part) {
        return suites.computeIfAbsent(
                Arrays.asList(context, part),
                _ -> remembering(super.getCertificateCryptographicConstraint(context, part)));
    }

    private static CryptographicSuite remembering(CryptographicSuite suite) {
        Map<String, Object> known = new ConcurrentHashMap<>();
        return (CryptographicSuite) Proxy.newProxyInstance(
                CryptographicSuite.class.getClassLoader(),
                new Class<?>[] {CryptographicSuite.class},
                (_, method, arguments) -> method.getReturnType() == Map.class
                        ? known.computeIfAbsent(method.getName(), _ -> answer(suite, method, arguments))
                        : answer(suite, method, arguments));
    }

    private static @Nullable Object answer(
            CryptographicSuite suite, Method method, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(suite, arguments);
        } catch (IllegalAccessException e) {
            throw new LinkageError("a public method", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
