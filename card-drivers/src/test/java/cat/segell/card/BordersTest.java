// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside this module. */
@AnalyzeClasses(packages = "cat.segell.card", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule roomsFormNoCircle = slices().matching("cat.segell.card.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what can't be told apart can't be changed apart");

    @ArchTest
    static final ArchRule theApplicationsSideLoadsNoNativeCode = noClasses()
            .that()
            .resideOutsideOfPackage("cat.segell.card.module")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("iaik..", "org.xipki..", "cat.segell.card.module..")
            .because("a driver can't hurt the application");

    @ArchTest
    static final ArchRule theChildNeedsNoOtherJar = classes()
            .that()
            .resideInAnyPackage("cat.segell.card.module..", "cat.segell.card.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "iaik..",
                    "org.xipki..",
                    "org.jspecify..",
                    "cat.segell.card.module..",
                    "cat.segell.card.wire..",
                    "cat.segell.credential..",
                    "cat.segell.document..")
            .because("its class path has three entries");

    @ArchTest
    static final ArchRule noForeignRooms = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "eu.europa.esig..", "org.apache.pdfbox..")
            .because("this module knows keys, not documents or windows");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .because("standard output belongs to the command line's own documents");
}
