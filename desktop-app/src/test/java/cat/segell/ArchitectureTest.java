// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ARCHITECTURE.md} says what is so: its tree of packages, and its table of foreign types, which is the rule. */
class ArchitectureTest {

    private static final Pattern MODULE = Pattern.compile("([a-z-]+)/.*");
    private static final Pattern PACKAGE = Pattern.compile("  (cat\\.segell[a-z0-9.]*) .*");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| (`[^|]+`) \\| (`[^|]+`) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** What every class may use: Java itself but for what the table names, annotations and loggers. */
    private static final List<String> ANYWHERE =
            List.of("java", "javax.crypto", "javax.security", "org.jspecify", "org.slf4j");

    private static JavaClasses ours;

    /**
     * @param packages and what lies below them
     * @param rooms packages of ours; with {@code ..}, what lies below them too
     */
    record Foreign(String name, List<String> packages, List<String> rooms) {

        boolean has(JavaClass type) {
            return isIn(packages, type);
        }

        private static boolean isIn(List<String> packages, JavaClass type) {
            return packages.stream()
                    .anyMatch(each -> type.getPackageName().equals(each)
                            || type.getPackageName().startsWith(each + "."));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter(List.of(place -> !OfTests.is(place))).importPackages("cat.segell");
    }

    @Test
    void namesThePackagesThatAreThere() throws IOException {
        assertThat(named()).isEqualTo(present());
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void foreignTypesAreSeenOnlyWhereItIsSaid(Foreign foreign) {
        noClasses()
                .that()
                .resideOutsideOfPackages(foreign.rooms().toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        foreign.packages().stream().map(each -> each + "..").toArray(String[]::new))
                .because("ARCHITECTURE.md says where " + foreign.name() + " may be seen")
                .check(ours);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void everyPackageThatMaySeeThemDoes(Foreign foreign) {
        for (String room : foreign.rooms()) {
            assertThat(ours.stream()
                            .filter(JavaClass.Predicates.resideInAPackage(room))
                            .flatMap(ArchitectureTest::targets)
                            .anyMatch(foreign::has))
                    .as("%s sees %s", room, foreign.name())
                    .isTrue();
        }
    }

    @Test
    void everyForeignTypeIsOfTheTable() throws IOException {
        List<Foreign> all = foreign().toList();
        Predicate<JavaClass> known = type -> all.stream().anyMatch(each -> each.has(type))
                || Foreign.isIn(ANYWHERE, type)
                || Foreign.isIn(List.of("cat.segell"), type);
        Set<String> unknown = ours.stream()
                .flatMap(ArchitectureTest::targets)
                .filter(known.negate())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    private static Stream<JavaClass> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive());
    }

    static Stream<Foreign> foreign() throws IOException {
        List<Foreign> rows = lines().map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Foreign(
                        row.group(1),
                        codes(row.group(2)),
                        codes(row.group(3)).stream()
                                .map(room -> "cat.segell." + room)
                                .toList()))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return rows.stream();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** Module by module. */
    private static Map<String, Set<String>> named() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        String module = "";
        for (String line : lines().toList()) {
            var heading = MODULE.matcher(line);
            var entry = PACKAGE.matcher(line);
            if (heading.matches()) {
                module = heading.group(1);
            } else if (entry.matches()) {
                named.computeIfAbsent(module, _ -> new TreeSet<>()).add(entry.group(1));
            }
        }
        return named;
    }

    private static Map<String, Set<String>> present() throws IOException {
        Map<String, Set<String>> present = new TreeMap<>();
        for (String module : List.of("signing-core", "card-drivers", "desktop-app")) {
            Path sources = Path.of("..", module, "src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                present.put(
                        module,
                        files.filter(file -> file.toString().endsWith(".java"))
                                .map(file -> sources.relativize(file.resolveSibling(""))
                                        .toString())
                                .map(folder -> folder.replace('/', '.'))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return present;
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../ARCHITECTURE.md")).stream();
    }
}
