package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.batch.BatchCallers;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.ServerLog;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of batch jobs, of one piece and by chunks. */
@GridRow(value = "batch step", section = GridRow.Section.BEANS)
class BatchStepIT extends CallerPromises {
  private static final String CONTEXT = "batch-step";
  private static final String WITHOUT_BATCH =
      "The ServiceLoader was unable to find an implementation for JobOperator";

  BatchStepIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT)
        .addPackage(BatchCallers.class.getPackage())
        .addAsResource("wars/books-batchlet.xml", "META-INF/batch-jobs/books-batchlet.xml")
        .addAsResource("wars/books-chunk.xml", "META-INF/batch-jobs/books-chunk.xml");
  }

  static Stream<String> callers() {
    return Stream.of("batchlet", "chunk");
  }

  @Override
  boolean isServerAble() {
    return asked(null, "operator", "", false).equals("there");
  }

  @Test
  @Tag(UNABLE)
  void aServerWithoutBatchSaysSoWhenTheJobOperatorIsAskedFor() {
    ServerLog log = ServerLog.fromNow();
    assertThat(asked(null, "operator", "", false)).isEqualTo("absent");

    assertThat(log.text()).contains(WITHOUT_BATCH);
    GridCells.explain(
        BatchStepIT.class, "the server has no Jakarta Batch and says: " + WITHOUT_BATCH);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoHasStartedTheJobIsTheOwnerOnSomeServersAndNeverSomebodyElse(String by) {
    Adoption.through(nobody()).of("alice", DropInPromises.BAKERY);

    assertThat(asked("alice", by, "", false)).isIn("alice: Harbor Street Bakery", NOBODY);
    assertThat(asked(null, by, "", false)).as("afterwards").isEqualTo(NOBODY);
  }
}
