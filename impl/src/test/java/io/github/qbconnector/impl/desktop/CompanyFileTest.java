package io.github.qbconnector.impl.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.desktop.CompanyFile;
import io.github.qbconnector.desktop.DesktopCompany;
import io.github.qbconnector.desktop.DesktopQuery;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.DuplicateObjectException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.error.StaleObjectException;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class CompanyFileTest {
  private final QuickBooksSimulator simulator;
  private final DesktopBench bench;
  private final String endUser;
  private final CompanyFile file;

  CompanyFileTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of());
    this.endUser = bench.connect("june");
    this.file = bench.connector.connection("june").companyFile();
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> invoices() {
    return ids(file.listJson(DesktopQuery.of("invoices")));
  }

  /** The ids of invoices; those of their lines and customers stand in other places. */
  private static List<String> ids(String array) {
    List<String> ids = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("\\{\"id\":\"([^\"]+)\",\"objectType\":\"qbd_invoice\"").matcher(array);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  @Test
  void theCompanySaysWhoItIs() {
    DesktopCompany company = file.company();
    assertThat(company.companyName()).isPresent();
    assertThat(bench.connector.connection("june").status().evidence()).isEqualTo(Evidence.CALL);
  }

  @Test
  void aListIsReadToItsEnd() {
    simulator.conductor().desktops().addInvoices(endUser, 400);
    assertThat(invoices()).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    assertThat(bench.count(EndpointKind.DESKTOP_DATA)).isEqualTo(3);
  }

  @Test
  void noMoreIsReadThanAskedFor() {
    simulator.conductor().desktops().addInvoices(endUser, 400);
    assertThat(ids(file.listJson(DesktopQuery.of("invoices").atMost(160)))).hasSize(160);
    assertThat(ids(file.listJson(DesktopQuery.of("invoices").atMost(5)))).hasSize(5);
  }

  @Test
  void aLostPageMeansBeginningAnewAndNothingIsMissing() {
    simulator.conductor().desktops().addInvoices(endUser, 400);
    List<String> whole = invoices();
    simulator.requests().clear();
    bench.transport.loseAnswerAfter(1);
    assertThat(invoices()).containsExactlyElementsOf(whole);
    // The first and the lost second page, and then all three.
    assertThat(bench.count(EndpointKind.DESKTOP_DATA)).isEqualTo(5);
  }

  @Test
  void aFirstPageThatCannotBeReadIsTold() {
    simulator.conductor().desktops().addInvoices(endUser, 400);
    simulator.faults().add(Fault.of(FaultKind.HTML_200).on(EndpointKind.DESKTOP_DATA).once());
    assertThatThrownBy(this::invoices).isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void oneObjectIsFoundByItsId() {
    String first = invoices().get(0);
    assertThat(file.findJson("invoices", first)).get().asString().contains(first);
    assertThat(file.findJson("invoices", "FFFF-1234567890")).isEmpty();
    assertThat(bench.connector.connection("june").status().isConnected()).isTrue();
  }

  @Test
  void aNameThatNobodyHasIsAnEmptyList() {
    DesktopQuery query = DesktopQuery.of("customers").with("fullNames", "Nobody of this name");
    assertThat(file.listJson(query)).isEqualTo("[]");
  }

  @Test
  void severalValuesOfAFilterAreSentAsSeveral() {
    List<String> all = invoices();
    DesktopQuery two = DesktopQuery.of("invoices").with("ids", all.get(0)).with("ids", all.get(1));
    assertThat(ids(file.listJson(two))).containsExactlyInAnyOrder(all.get(0), all.get(1));
  }

  @Test
  void whatConductorDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> file.listJson(DesktopQuery.of("invoices").with("colour", "red")))
        .isInstanceOf(RequestRejectedException.class);
    assertThatThrownBy(() -> DesktopQuery.of("../end-users"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DesktopQuery.of("invoices").with("cursor", "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameInUseAStaleRevisionAndAMissingIdAreToldApart() {
    String name = file.passthrough("{\"CustomerQueryRq\": {\"MaxReturned\": 1}}");
    String id = field(name, "ListID");
    String taken = field(name, "Name");
    assertThatThrownBy(
            () ->
                file.passthrough(
                    "{\"CustomerAddRq\": {\"CustomerAdd\": {\"Name\": \"" + taken + "\"}}}"))
        .isInstanceOf(DuplicateObjectException.class);
    assertThatThrownBy(
            () ->
                file.passthrough(
                    "{\"CustomerModRq\": {\"CustomerMod\": {\"ListID\": \""
                        + id
                        + "\", \"EditSequence\": \"1\", \"Phone\": \"555\"}}}"))
        .isInstanceOf(StaleObjectException.class);
    assertThatThrownBy(() -> file.passthrough("{\"CustomerQueryRq\": {\"ListID\": [\"FFFF-1\"]}}"))
        .isInstanceOf(ObjectNotFoundException.class);
  }

  private static String field(String json, String name) {
    String quoted = "\"" + name + "\":\"";
    int start = json.indexOf(quoted) + quoted.length();
    return json.substring(start, json.indexOf('"', start));
  }

  @Test
  void aMachineThatIsOffIsToldAndASuccessLiftsIt() {
    simulator.conductor().desktops().set(endUser, DesktopState.OFFLINE);
    assertThatThrownBy(file::company).isInstanceOf(DesktopOfflineException.class);
    assertThat(bench.decide("june").passes()).isFalse();
    simulator.conductor().desktops().set(endUser, DesktopState.ACTIVE);
    // The application itself need not wait for a pause to be over.
    assertThat(file.company().companyName()).isPresent();
    assertThat(bench.decide("june").passes()).isTrue();
    assertThat(bench.events).filteredOn(Restored.class::isInstance).hasSize(1);
  }

  @Test
  void aSlowRequestDoesNotCloseTheGate() {
    simulator.conductor().desktops().longestTimeout(Duration.ofMillis(50));
    simulator.conductor().desktops().set(endUser, DesktopState.TIMEOUT);
    assertThatThrownBy(this::invoices).isInstanceOf(DesktopOfflineException.class);
    assertThat(bench.decide("june").passes()).isTrue();
  }

  @Test
  void nothingIsReadForWhoIsNotConnected() {
    assertThatThrownBy(() -> bench.connector.connection("nobody").companyFile().company())
        .isInstanceOf(NotConnectedException.class);
    assertThat(simulator.requests().list()).isEmpty();
  }
}
