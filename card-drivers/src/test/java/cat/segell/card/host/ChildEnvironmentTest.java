// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {

    private static final Map<String, String> ALL = Map.of(
            "HOME",
            "/home/maria",
            "LC_ALL",
            "C",
            "PROXIMA_CONF",
            "/etc/proxima.conf",
            "SECRET",
            "x",
            "LD_PRELOAD",
            "/a.so");

    @Test
    void passesOnWhatIsListedAndNothingElse() {
        assertThat(ChildEnvironment.of(ALL, Set.of()).variables()).containsOnlyKeys("HOME", "LC_ALL");
    }

    @Test
    void passesOnWhatTheAdministratorNames() {
        assertThat(ChildEnvironment.of(ALL, Set.of("PROXIMA_CONF", "NOT_SET")).variables())
                .containsOnlyKeys("HOME", "LC_ALL", "PROXIMA_CONF");
    }

    @Test
    void neverPassesOnWhatDecidesWhatIsLoaded() {
        assertThat(ChildEnvironment.of(ALL, Set.of("LD_PRELOAD")).variables()).doesNotContainKey("LD_PRELOAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LD_PRELOAD",
                "LD_LIBRARY_PATH",
                "LD_AUDIT",
                "ld_preload",
                "DYLD_INSERT_LIBRARIES",
                "JAVA_TOOL_OPTIONS",
                "_JAVA_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "CLASSPATH",
                "PATH",
                "BASH_ENV",
                "ENV",
                "GCONV_PATH",
                "GLIBC_TUNABLES",
                "PKCS11SPY",
                "PKCS11SPY_OUTPUT",
                "OPENSC_DEBUG",
                "A=B",
                "A B",
                "1A",
                "È",
                ""
            })
    void refusesDangerousNamesAndWhatIsNoName(String name) {
        assertThat(ChildEnvironment.mayBePassed(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENSC_CONF", "PROXIMA_CONF", "BIT4ID_HOME", "ENVELOPE", "PATHOLOGY", "_x"})
    void takesNamesOfSettings(String name) {
        assertThat(ChildEnvironment.mayBePassed(name)).isTrue();
    }
}
