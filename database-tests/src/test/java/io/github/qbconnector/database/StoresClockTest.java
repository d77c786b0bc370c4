package io.github.qbconnector.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.store.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.junit.jupiter.api.Test;

/**
 * A machine's clock may jump an hour ahead or back: the shipped store in a database never looks at
 * it. What is not asked needs no machine with a wrong clock to be tested on.
 */
class StoresClockTest {

  @Test
  void theStoreInADatabaseNeverAsksTheMachineWhatTimeItIs() {
    JavaClasses store = new ClassFileImporter().importPackages(JdbcStore.class.getPackageName());
    noClasses()
        .that()
        .resideInAPackage(JdbcStore.class.getPackageName())
        .and()
        .areNotAssignableTo(MemoryStore.class)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .accessClassesThat()
        .areAssignableTo(InstantSource.class)
        .orShould()
        .accessClassesThat()
        .areAssignableTo(Clock.class)
        .check(store);
  }
}
