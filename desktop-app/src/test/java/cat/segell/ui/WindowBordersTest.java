// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.system.UiThread;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import javafx.scene.control.PasswordField;

/** The walls inside the window. */
@AnalyzeClasses(packages = "cat.segell.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class WindowBordersTest {

    @ArchTest
    static final ArchRule oneDoorToTheWindowsThread = noClasses()
            .that(not(type(UiThread.class)))
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("what reaches the window from other threads comes through one place");

    @ArchTest
    static final ArchRule modelsNeedNoToolkit = noClasses()
            .that(simpleNameEndingWith("Model").or(type(SignDesk.class)))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
            .because("what decides is tested without a window");

    @ArchTest
    static final ArchRule noPackageKnowsWhatStandsAboveIt = slices().matching("cat.segell.(**)")
            .should()
            .beFreeOfCycles()
            .because("a task is read and tested without the screen that it is part of");

    @ArchTest
    static final ArchRule pinsAreTypedIntoOurOwnField = noClasses()
            .should()
            .dependOnClassesThat(type(PasswordField.class))
            .because("the stock field keeps what is typed in a String");
}
