package dev.mulligan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mulligan.http.HttpSettings;
import org.junit.jupiter.api.Test;

/** Holds the rooms of the house apart. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mulligan");

  @Test
  void theAgentKnowsNoHttp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.mulligan.agent..",
            "dev.mulligan.async..",
            "dev.mulligan.attach..",
            "dev.mulligan.cli..",
            "dev.mulligan.gate..",
            "dev.mulligan.match..",
            "dev.mulligan.rules..",
            "dev.mulligan.transaction..",
            "dev.mulligan.weave..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("okhttp3..", "okio..", "java.net.http..", "dev.mulligan.http..")
                // Plain data: what the rule file says of the notifier's HTTP.
                .and(not(equivalentTo(HttpSettings.class))))
        .check(HOUSE);
  }

  @Test
  void theRuntimeKnowsNoBytecode() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..retry..", "..notify..", "..http..", "..redact..", "..log..", "..text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "net.bytebuddy..", "java.lang.instrument..", "..weave..", "..match..", "..gate..")
        .check(HOUSE);
  }

  @Test
  void rulesKnowNoWeavingAndMatchingKnowsNoRules() {
    noClasses()
        .that()
        .resideInAnyPackage("..rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..weave..", "..attach..", "..cli..", "net.bytebuddy..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage("..match..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..rules..", "..weave..", "..retry..", "..notify..")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..cli..")
        .should()
        .accessField(System.class, "out")
        .check(HOUSE);
  }

  @Test
  void nothingBeforeMainTouchesLoggingFilesOrManagement() {
    noClasses()
        .that()
        .resideInAnyPackage("..rules..", "..match..", "..weave..", "..gate..", "..log..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "java.nio.file..", "javax.management..")
        .check(HOUSE);
  }
}
