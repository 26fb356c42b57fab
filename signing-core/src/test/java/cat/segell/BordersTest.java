// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside the core. */
@AnalyzeClasses(packages = "cat.segell", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule packagesFormNoCircle = slices().matching("cat.segell.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what can't be told apart can't be changed apart");

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.jna..", "org.xipki..", "iaik..", "javax.swing..")
            .because("windows and native code live in the modules above");

    @ArchTest
    static final ArchRule picturesAreDrawnForPagesAlone = noClasses()
            .that()
            .resideOutsideOfPackage("cat.segell.signature.visible")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..")
            .because("only a signature that is seen is drawn here");

    @ArchTest
    static final ArchRule theCredentialPortKnowsOnlyTheJdk = classes()
            .that()
            .resideInAnyPackage(
                    "cat.segell.credential..", "cat.segell.document..", "cat.segell.problem..", "cat.segell.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.security..",
                    "org.jspecify..",
                    "cat.segell.credential..",
                    "cat.segell.document..",
                    "cat.segell.problem..",
                    "cat.segell.text..")
            .because("a driver's child process loads them and nothing else");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .because("standard output belongs to the command line's own documents");
}
