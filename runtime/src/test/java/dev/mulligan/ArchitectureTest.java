package dev.mulligan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What holds the rooms of the runtime apart. */
class ArchitectureTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.mulligan");

  @Test
  void theRuntimeKnowsNoBytecode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.bytebuddy..", "org.objectweb.asm..", "java.lang.instrument..")
        .check(RUNTIME);
  }

  @Test
  void theRuntimeTouchesNoJavaUtilLoggingAndNoJmx() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "javax.management..", "java.lang.management..")
        .check(RUNTIME);
  }

  @Test
  void theLogIsFitForPremain() {
    noClasses()
        .that()
        .resideInAPackage("dev.mulligan.log..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.util.regex..")
        .check(RUNTIME);
  }

  @Test
  void onlyTheGuardsKnowFailsafe() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.mulligan\\.guard\\.limit\\.\\w+Guard")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.failsafe..")
        .check(RUNTIME);
  }

  @Test
  void theNotifierDoesNotKnowTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.mulligan.notify..",
            "dev.mulligan.http..",
            "dev.mulligan.mail..",
            "dev.mulligan.redact..",
            "dev.mulligan.scheme..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.mulligan.retry..")
        .check(RUNTIME);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.mulligan.(*)..").should().beFreeOfCycles().check(RUNTIME);
    slices().matching("dev.mulligan.(**)").should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void nothingPrintsToStandardOutput() {
    noClasses().should().accessField(System.class, "out").check(RUNTIME);
  }
}
