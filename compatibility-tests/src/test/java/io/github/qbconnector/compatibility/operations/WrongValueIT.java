package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mistake in the server's configuration is told at deployment, with the place it stands in. */
@GridRow(
    value = "a wrong value at the server is named, with its place",
    section = GridRow.Section.CONFIGURATION)
class WrongValueIT extends OperatedPromises {

  @Test
  void theDeploymentFailsWithOneMessageThatNamesTheKeyAndWhereToLook() {
    String log = Patience.until(text -> text.contains("QBC0001"), server()::log);

    // Servers repeat the exception as it passes their layers; it is the same one.
    assertThat(List.of(log.split("QBC0001")).stream().skip(1))
        .isNotEmpty()
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith(": the configuration of QuickBooks Connector has a problem.")
                    .containsPattern(
                        "- quickbooks\\.gate\\.max-age: 'an hour' \\(in .+\\); expected"));
    assertThat(server().nobodyAt(OperatedWars.MISTAKEN).open("/ready.txt").statusCode())
        .isEqualTo(404);
  }
}
