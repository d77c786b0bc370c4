package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.Bystander;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.FaultTarget;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class BystandersTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  BystandersTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  @Test
  void aBystanderSeesARefreshBeforeAnythingIsDoneAndBeforeItIsAnswered() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = client.connect(BAKERY).getString("refresh_token");
    String before = valueNow();
    List<String> values = new ArrayList<>();
    List<LoggedRequest> seen = new ArrayList<>();
    simulator
        .bystanders()
        .add(
            new Bystander() {
              @Override
              public void arrived(FaultTarget request) {
                assertThat(request.endpoint()).isEqualTo(EndpointKind.TOKEN);
                assertThat(request.realmId()).isEqualTo(Optional.of(BAKERY));
                values.add(valueNow());
              }

              @Override
              public void handled(LoggedRequest request) {
                values.add(valueNow());
                seen.add(request);
              }
            });

    client.refresh(token);

    assertThat(values).hasSize(2).startsWith(before).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(simulator.requests().newest(1));
  }

  @Test
  void aRequestThatAFaultStrikesIsSeenToo() {
    String token = client.connect(BAKERY).getString("refresh_token");
    List<LoggedRequest> seen = new ArrayList<>();
    simulator
        .bystanders()
        .add(
            new Bystander() {
              @Override
              public void handled(LoggedRequest request) {
                seen.add(request);
              }
            });
    simulator.faults().add(Fault.of(FaultKind.THROTTLE).on(EndpointKind.TOKEN).once());

    client.refresh(token);

    assertThat(seen).singleElement().extracting(LoggedRequest::status).isEqualTo(429);
  }

  private String valueNow() {
    return simulator.intuit().grants().list().get(0).refreshToken();
  }
}
