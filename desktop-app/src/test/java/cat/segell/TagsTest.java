// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.pcsc.PcscDaemon;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The launcher leaves tests out by their tags: whoever may do less meets none that fails for that. */
class TagsTest {

    private static final String PRIVILEGED = "privileged";

    /** What takes a right that only root has, as a word of its own in a command. */
    private static final Pattern PRIVILEGE = Pattern.compile("\"(unshare|mount|umount|nsenter|chroot)\"");

    @Test
    void testsWithADaemonArePrivileged() {
        JavaClasses ours = tests();
        Set<JavaClass> using = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(ours.get(PcscDaemon.class)));
        while (!open.isEmpty()) {
            open.pop().getDirectDependenciesToSelf().stream()
                    .map(Dependency::getOriginClass)
                    // Sessions say what each of them needs, and their own test holds them to it.
                    .filter(user -> !user.getPackageName().equals("cat.segell.session"))
                    .filter(user -> !user.isEquivalentTo(TagsTest.class))
                    .filter(using::add)
                    .forEach(open::push);
        }
        assertThat(using.stream().map(JavaClass::reflect).filter(TagsTest::isTest))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        test -> assertThat(isTagged(test)).as(test.getName()).isTrue());
    }

    @Test
    void testsThatTakeAPrivilegeSaySo() throws IOException {
        for (String module : List.of("signing-core", "card-drivers", "desktop-app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                        .toList()) {
                    String text = Files.readString(file);
                    assertThat(text.contains("@Tag(\"" + PRIVILEGED + "\")")
                                    || !PRIVILEGE.matcher(text).find())
                            .as("%s", file)
                            .isTrue();
                }
            }
        }
    }

    /** Ours alone: what else is on the class path would take long. */
    private static JavaClasses tests() {
        AtomicReference<JavaClasses> found = new AtomicReference<>();
        ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            found.set(new ClassFileImporter(List.of(OfTests::is)).importPackages("cat.segell"));
        });
        return found.get();
    }

    private static boolean isTest(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
    }

    /** Itself, or one of its methods. */
    private static boolean isTagged(Class<?> test) {
        return Stream.concat(Stream.of(test), Stream.of(test.getDeclaredMethods()))
                .flatMap(each -> AnnotationSupport.findRepeatableAnnotations(each, Tag.class).stream())
                .anyMatch(tag -> tag.value().equals(PRIVILEGED));
    }
}
