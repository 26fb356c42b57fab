// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cat.segell.app.Main;
import cat.segell.card.pcsc.Pcsc;
import cat.segell.credential.CredentialSource;
import cat.segell.notary.Notary;
import cat.segell.signature.Signer;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.validation.Validator;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the desktop application. */
@AnalyzeClasses(packages = "cat.segell", importOptions = ImportOption.DoNotIncludeTests.class)
class DesktopBordersTest {

    @ArchTest
    static final ArchRule commandsKnowNoWindow = noClasses()
            .that()
            .resideInAnyPackage("cat.segell.cli..", "cat.segell.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "cat.segell.ui..", "atlantafx..", "org.kordamp..")
            .because("the command line works without a display and starts without loading a toolkit");

    @ArchTest
    static final ArchRule theWindowKnowsNoCommands = noClasses()
            .that()
            .resideInAPackage("cat.segell.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cat.segell.cli..")
            .because("both stand beside each other on cat.segell.app")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyMainKnowsBothSides = noClasses()
            .that(resideInAPackage("cat.segell.app..").and(not(type(Main.class))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cat.segell.cli..")
            .because("settings and wiring serve the command line and the window alike");

    @ArchTest
    static final ArchRule logbackIsConfiguredInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("cat.segell.app.log")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule onlyWiringBuildsTheParts = noClasses()
            .that(resideInAnyPackage("cat.segell.app..", "cat.segell.cli..", "cat.segell.ui..")
                    .and(not(resideInAPackage("cat.segell.app").and(simpleNameEndingWith("Wiring")))))
            .should()
            .callConstructorWhere(target(owner(assignableTo(CredentialSource.class)
                    .or(assignableTo(Signer.class))
                    .or(assignableTo(TimestampAuthority.class))
                    .or(assignableTo(Validator.class))
                    .or(assignableTo(Notary.class))
                    .or(assignableTo(Pcsc.class)))))
            .because("what stands behind a port is decided where the parts are wired");

    @ArchTest
    static final ArchRule nobodyEndsTheProcess = noClasses()
            .that(not(type(Main.class)))
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("several commands can run in one process");
}
