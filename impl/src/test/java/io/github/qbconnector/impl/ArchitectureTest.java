package io.github.qbconnector.impl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The floors of the house only depend downward. */
class ArchitectureTest {
  private static final String IMPL = "io.github.qbconnector.impl.";

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.qbconnector");

  @Test
  void floorsDependDownward() {
    ArchRule rule =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.qbconnector.impl..")
            .layer("cdi")
            .definedBy(IMPL + "cdi..")
            .layer("web")
            .definedBy(IMPL + "web..")
            .layer("online")
            .definedBy(IMPL + "online..")
            .layer("desktop")
            .definedBy(IMPL + "desktop..")
            .layer("connection")
            .definedBy(IMPL + "connection..")
            .layer("http")
            .definedBy(IMPL + "http..")
            .layer("vault")
            .definedBy(IMPL + "vault..")
            .layer("store")
            .definedBy(IMPL + "store..")
            .layer("json")
            .definedBy(IMPL + "json..")
            .layer("config")
            .definedBy(IMPL + "config..")
            .layer("crypto")
            .definedBy(IMPL + "crypto..")
            .whereLayer("cdi")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("online")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("desktop")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("connection")
            .mayOnlyBeAccessedByLayers("cdi", "web", "online", "desktop")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("cdi", "web", "online", "desktop", "connection")
            .whereLayer("vault")
            .mayOnlyBeAccessedByLayers("cdi", "web", "online", "desktop", "connection")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("web", "online", "desktop", "connection", "http", "vault")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("cdi", "web", "online", "desktop", "connection", "http");
    rule.check(SHIPPED);
  }

  @Test
  void onlyTheTopKnowsTheContainer() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.github.qbconnector.impl..")
            .and()
            .resideOutsideOfPackages(IMPL + "cdi..", IMPL + "web.servlet..", IMPL + "web.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.servlet..",
                "jakarta.ws.rs..",
                "jakarta.enterprise..",
                "jakarta.inject..",
                "jakarta.interceptor..",
                "jakarta.transaction..",
                "org.eclipse.microprofile..");
    rule.check(SHIPPED);
  }

  @Test
  void theExtensionLinksToNoJaxRs() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.github.qbconnector.impl..")
            .and()
            .resideOutsideOfPackage(IMPL + "web.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");
    rule.check(SHIPPED);
  }

  @Test
  void theFilterKnowsOnlyTheApi() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.github.qbconnector.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.qbconnector.impl..");
    rule.check(SHIPPED);
  }

  @Test
  void theApiKnowsNobody() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.github.qbconnector..")
            .and()
            .resideOutsideOfPackages(
                "io.github.qbconnector.impl..",
                "io.github.qbconnector.servlet..",
                "io.github.qbconnector.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.github.qbconnector.impl..",
                "io.github.qbconnector.servlet..",
                "jakarta.json..",
                "jakarta.servlet..");
    rule.check(SHIPPED);
  }

  @Test
  void nothingShippedKnowsTheSimulator() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.github.qbconnector.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.qbconnector.simulator..");
    rule.check(SHIPPED);
  }

  @Test
  void noStaticHoldsState() {
    ArchRule rule =
        fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("io.github.qbconnector.impl..", "io.github.qbconnector.servlet..")
            .should()
            .beFinal();
    rule.check(SHIPPED);
  }

  @Test
  void noThreadsOfOurOwn() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("io.github.qbconnector.impl..", "io.github.qbconnector.servlet..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .callConstructor(Thread.class, Runnable.class);
    rule.check(SHIPPED);
  }

  @Test
  void roomsAreNotDrawers() {
    ArchRule rule =
        classes().should().haveNameNotMatching(".*(Utils?|Helpers?|Managers?|Common|Misc)");
    rule.check(SHIPPED);
  }
}
