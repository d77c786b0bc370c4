package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Each key of one connector is said by another of the server's means: files, the environment,
 * options of the JVM, values of the application. One that is not seen fails the deployment.
 */
@GridRow(value = "keys by every means the server has", section = GridRow.Section.CONFIGURATION)
class ServersOwnMeansIT extends OperatedPromises {

  @Test
  void aConnectorTakesEachOfItsKeysFromWhereOperationsHaveIt() {
    HttpResponse<String> page =
        new ConnectJourney(at("means", "mona")).from("/connected/page.txt", BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("reached");
  }
}
