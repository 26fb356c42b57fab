// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The few variables of the environment that reach a driver. */
public record ChildEnvironment(Map<String, String> variables) {

    private static final Set<String> PASSED_ON = Set.of(
            "HOME",
            "LANG",
            "TMPDIR",
            "XDG_RUNTIME_DIR",
            "SOFTHSM2_CONF",
            "OPENSC_CONF",
            "PCSCLITE_CSOCK_NAME",
            // Windows can't load libraries without these two.
            "SystemRoot",
            "TEMP");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What makes the linker, Java, the shell, the C library or a logging module load, run or write what somebody else says. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "(LD_|DYLD_|_?JAVA_|JDK_|CLASSPATH|PATH$|BASH|ENV$|IFS$|PS4$|SHELLOPTS|GCONV_|GLIBC_|MALLOC_|LOCPATH|NLSPATH"
                    + "|PERL|PYTHON|RUBY|NODE_|PKCS11SPY|OPENSC_DEBUG|OPENSSL_|GIO_|GTK_|QT_|ASAN_|LSAN_|TSAN_|UBSAN_).*",
            Pattern.CASE_INSENSITIVE);

    public ChildEnvironment {
        variables = Map.copyOf(variables);
    }

    /** @param more names beyond our own, which the administrator has decided on */
    public static ChildEnvironment of(Map<String, String> all, Set<String> more) {
        Map<String, String> passed = new TreeMap<>();
        all.forEach((name, value) -> {
            boolean listed = PASSED_ON.contains(name) || name.startsWith("LC_");
            if (listed || (more.contains(name) && mayBePassed(name))) {
                passed.put(name, value);
            }
        });
        return new ChildEnvironment(passed);
    }

    public static ChildEnvironment ofSystem() {
        return of(System.getenv(), Set.of());
    }

    /** @param name one of ours */
    public ChildEnvironment with(String name, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(name, value);
        return new ChildEnvironment(more);
    }

    /** Whether a name is one at all, and harmless. */
    public static boolean mayBePassed(String name) {
        return NAME.matcher(name).matches() && !DANGEROUS.matcher(name).matches();
    }
}
