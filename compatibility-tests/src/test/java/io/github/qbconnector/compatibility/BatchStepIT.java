package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.batch.BatchCallers;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of batch jobs, of one piece and by chunks. */
@GridRow(value = "batch step", section = GridRow.Section.BEANS)
class BatchStepIT extends OptionalCallerPromises {
  private static final String CONTEXT = "batch-step";

  BatchStepIT() {
    super(CONTEXT, "Jakarta Batch", "Qualifiers: [@jakarta.batch.api.BatchProperty");
  }

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return war(CONTEXT)
        .addPackage(BatchCallers.class.getPackage())
        .addAsResource("wars/books-batchlet.xml", "META-INF/batch-jobs/books-batchlet.xml")
        .addAsResource("wars/books-chunk.xml", "META-INF/batch-jobs/books-chunk.xml");
  }

  static Stream<String> callers() {
    return Stream.of("batchlet", "chunk");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoHasStartedTheJobIsTheOwnerOnSomeServersAndNeverSomebodyElse(String by) {
    Adoption.through(nobody()).of("alice", DropInPromises.BAKERY);

    assertThat(asked("alice", by, "", false)).isIn("alice: Harbor Street Bakery", NOBODY);
    assertThat(asked(null, by, "", false)).as("afterwards").isEqualTo(NOBODY);
  }
}
