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
            .haveSimpleNameStartingWith("Pkcs11")
            .or()
            .haveSimpleName("CkrProblem")
            .or()
            .haveSimpleName("CkrName")
            .or()
            .haveSimpleName("TokenObjects")
            .or()
            .haveSimpleName("TokenSearch")
            .or()
            .haveSimpleName("PinChangeProblem")
            .or()
            .haveSimpleName("OpenScUnblocking")
            .or()
            .haveSimpleName("EcdsaForm")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("iaik..", "org.xipki..")
            .because("a driver can't hurt the application");

    @ArchTest
    static final ArchRule theChildNeedsNoOtherJar = classes()
            .that()
            .resideInAPackage("cat.segell.card.host..")
            .or()
            .haveSimpleName("ModuleProcess")
            .or()
            .haveSimpleName("Module")
            .or()
            .haveSimpleName("Cryptoki")
            .or()
            .haveSimpleName("CryptokiFailure")
            .or()
            .haveSimpleName("TokenSight")
            .or()
            .haveSimpleName("TokenSession")
            .or()
            .haveSimpleName("TokenPins")
            .or()
            .haveSimpleName("CurrentCall")
            .or()
            .haveSimpleName("CertificatePart")
            .or()
            .haveSimpleName("PublicPart")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.security.auth.module..",
                    "iaik..",
                    "org.xipki..",
                    "org.jspecify..",
                    "cat.segell.card.host..",
                    "cat.segell.card.pkcs11..",
                    "cat.segell.credential..",
                    "cat.segell.document..",
                    "cat.segell.problem..")
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
