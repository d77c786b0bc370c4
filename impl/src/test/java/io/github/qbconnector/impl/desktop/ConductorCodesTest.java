package io.github.qbconnector.impl.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error of Conductor that is known, and some that are not: for the caller and the status. */
@ExtendWith(SimulatorExtension.class)
class ConductorCodesTest {
  private static final String READ = "{\"CustomerQueryRq\": {}}";
  private static final String WRITE =
      "{\"CustomerAddRq\": {\"CustomerAdd\": {\"Name\": \"New One\"}}}";

  private final QuickBooksSimulator simulator;
  private final DesktopBench bench;

  ConductorCodesTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of());
    String unused = bench.connect("june");
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private QuickBooksException failure(String request) {
    return catchThrowableOfType(
        QuickBooksException.class,
        () -> bench.connector.connection("june").companyFile().passthrough(request));
  }

  private ConnectionState state() {
    return bench.connector.connection("june").status().state();
  }

  /** Section 4.3 of the facts: type, code, status; what a read and a write end in; the status. */
  @ParameterizedTest
  @CsvSource({
    "INTEGRATION_CONNECTION_ERROR, INTEGRATION_CONNECTION_NOT_SET_UP, 409, ReconnectRequired,"
        + " ReconnectRequired, RECONNECT_REQUIRED, NOT_SET_UP",
    "INTEGRATION_CONNECTION_ERROR, INTEGRATION_CONNECTION_MISSING, 409, ReconnectRequired,"
        + " ReconnectRequired, RECONNECT_REQUIRED, NOT_SET_UP",
    "INTEGRATION_CONNECTION_ERROR, INTEGRATION_CONNECTION_NOT_ACTIVE, 409, DesktopOffline,"
        + " DesktopOffline, DESKTOP_OFFLINE, DESKTOP_NOT_ACTIVE",
    "INTEGRATION_CONNECTION_ERROR, INTEGRATION_CONNECTION_NOT_ACTIVE, 502, DesktopOffline,"
        + " DesktopOffline, DESKTOP_OFFLINE, DESKTOP_NOT_ACTIVE",
    "INTEGRATION_CONNECTION_ERROR, QBD_CONNECTION_ERROR, 502, DesktopOffline, DesktopOffline,"
        + " DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "INTEGRATION_CONNECTION_ERROR, QBD_CONNECTION_ERROR, 409, DesktopOffline, DesktopOffline,"
        + " DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "INTEGRATION_CONNECTION_ERROR, SOMETHING_NEW, 502, DesktopOffline, DesktopOffline,"
        + " DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "INTEGRATION_CONNECTION_ERROR, QBD_REQUEST_TIMEOUT, 504, DesktopOffline, OutcomeUnknown,"
        + " CONNECTED, NONE",
    "INTEGRATION_ERROR, QBD_REQUEST_TIMEOUT, 504, DesktopOffline, OutcomeUnknown, CONNECTED, NONE",
    "INTEGRATION_ERROR, QBD_REQUEST_ERROR, 502, RequestRejected, RequestRejected, CONNECTED, NONE",
    "INVALID_REQUEST_ERROR, INVALID_REQUEST, 400, RequestRejected, RequestRejected, CONNECTED,"
        + " NONE",
    "INVALID_REQUEST_ERROR, INVALID_REQUEST, 422, RequestRejected, RequestRejected, CONNECTED,"
        + " NONE",
    "INVALID_REQUEST_ERROR, RESOURCE_MISSING, 404, ObjectNotFound, ObjectNotFound, CONNECTED, NONE",
    "AUTHENTICATION_ERROR, API_KEY_INVALID, 401, Misconfigured, Misconfigured, MISCONFIGURED,"
        + " CLIENT_REFUSED",
    "PERMISSION_ERROR, NOT_ALLOWED, 403, Misconfigured, Misconfigured, MISCONFIGURED,"
        + " CLIENT_REFUSED",
    "INTERNAL_ERROR, INTERNAL, 500, ProviderUnavailable, OutcomeUnknown, PROVIDER_DOWN,"
        + " PROVIDER_ERROR",
    "CONNECTION_ERROR, NETWORK_ERROR, 503, ProviderUnavailable, OutcomeUnknown, PROVIDER_DOWN,"
        + " PROVIDER_ERROR",
    "A_NEW_TYPE, A_NEW_CODE, 429, ProviderUnavailable, ProviderUnavailable, PROVIDER_DOWN,"
        + " THROTTLED",
    "A_NEW_TYPE, A_NEW_CODE, 418, ProviderUnavailable, ProviderUnavailable, PROVIDER_DOWN,"
        + " PROVIDER_ERROR",
  })
  void everyCodeHasItsExceptionAndItsState(
      String type,
      String code,
      int status,
      String read,
      String write,
      ConnectionState state,
      StatusReason reason) {
    simulator.faults().add(Fault.envelope(type, code, status).on(EndpointKind.PASSTHROUGH));
    QuickBooksException failedRead = failure(READ);
    assertThat(failedRead.getClass().getSimpleName()).isEqualTo(read + "Exception");
    assertThat(failedRead.providerType()).contains(type);
    assertThat(failedRead.providerCode()).contains(code);
    assertThat(failedRead.httpStatus()).contains(status);
    assertThat(failedRead.requestId()).isPresent();
    assertThat(state()).isEqualTo(state);
    assertThat(bench.connector.connection("june").status().reason()).isEqualTo(reason);
    assertThat(failure(WRITE).getClass().getSimpleName()).isEqualTo(write + "Exception");
    assertThat(bench.find("june")).isNotNull();
  }

  /** Section 4.4 of the facts: QuickBooks' own codes. */
  @ParameterizedTest
  @CsvSource({
    "500, ObjectNotFound",
    "3100, DuplicateObject",
    "3120, ObjectNotFound",
    "3170, RequestRejected",
    "3175, RequestRejected",
    "3176, RequestRejected",
    "3200, StaleObject",
    "3210, RequestRejected",
    "3250, RequestRejected",
    "3260, RequestRejected",
  })
  void everyCodeOfQuickBooksHasItsException(String integrationCode, String expected) {
    simulator
        .conductor()
        .desktops()
        .refuseNext(bench.endUser("june"), integrationCode, "QuickBooks does not want to.");
    QuickBooksException failure = failure(READ);
    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected + "Exception");
    assertThat(failure.integrationCode()).contains(integrationCode);
    assertThat(failure.providerCode()).contains("QBD_REQUEST_ERROR");
    assertThat(failure.getMessage()).contains("QuickBooks does not want to.");
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "0x80040420, ReconnectRequired, ACCESS_DENIED",
    "0x80040408, DesktopOffline, DESKTOP_NOT_READY",
    "0x8004040A, DesktopOffline, DESKTOP_NOT_READY",
    "0x80040410, DesktopOffline, DESKTOP_NOT_READY",
    "0x80040414, DesktopOffline, DESKTOP_NOT_READY",
    "0x80040418, DesktopOffline, DESKTOP_NOT_READY",
    "0x8004041A, DesktopOffline, DESKTOP_NOT_READY",
    "0x80040422, DesktopOffline, DESKTOP_NOT_READY",
    "0x80040402, DesktopOffline, DESKTOP_NOT_READY",
    "0x80049999, DesktopOffline, DESKTOP_NOT_READY",
  })
  void everyCodeOfTheRequestProcessorHasItsReason(
      String integrationCode, String expected, StatusReason reason) {
    simulator
        .faults()
        .add(
            Fault.envelope("INTEGRATION_CONNECTION_ERROR", "QBD_CONNECTION_ERROR", 502)
                .integrationCode(integrationCode)
                .userFacingMessage("Please look at your QuickBooks.")
                .on(EndpointKind.PASSTHROUGH));
    QuickBooksException failure = failure(READ);
    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected + "Exception");
    assertThat(failure.integrationCode()).contains(integrationCode);
    assertThat(failure.userMessage()).contains("Please look at your QuickBooks.");
    assertThat(bench.connector.connection("june").status().reason()).isEqualTo(reason);
    assertThat(bench.connector.connection("june").status().userMessage())
        .contains("Please look at your QuickBooks.");
  }

  @Test
  void anEmptyResultIsNoFailure() {
    simulator.conductor().desktops().clearData(bench.endUser("june"));
    assertThat(bench.connector.connection("june").companyFile().passthrough(READ))
        .contains("CustomerQueryRs")
        .doesNotContain("CustomerRet");
  }

  @Test
  void aLockedRecordIsNotChangedAndSaysSo() {
    simulator
        .conductor()
        .desktops()
        .refuseNext(
            bench.endUser("june"),
            "3176",
            "could not be saved because it is already in use. The list element is in use.");
    QuickBooksException failure = failure(WRITE);
    assertThat(failure.getMessage()).contains("nothing was changed").contains("in use");
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"HTML_200", "MALFORMED", "STATUS", "THROTTLE", "DROP_BEFORE"})
  void anAnswerWithoutAnEnvelopeIsConductorsFault(FaultKind kind) {
    simulator.faults().add(Fault.of(kind).on(EndpointKind.PASSTHROUGH));
    QuickBooksException failure = failure(READ);
    assertThat(failure.getClass().getSimpleName()).isEqualTo("ProviderUnavailableException");
    assertThat(failure.userMessage()).isEmpty();
    assertThat(state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(bench.find("june")).isNotNull();
  }

  @Test
  void aHugeAnswerIsThatCallsOwnFailure() {
    simulator.faults().add(Fault.huge(20 * 1024 * 1024).on(EndpointKind.PASSTHROUGH));
    assertThat(failure(READ).code()).isEqualTo("QBC0213");
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aHangingAnswerEndsInTime() {
    bench.keys.set("quickbooks.http.read-timeout", "PT1S");
    simulator.clock().advance(Duration.ofSeconds(2));
    simulator.faults().add(Fault.of(FaultKind.HANG_AFTER_SEND).on(EndpointKind.PASSTHROUGH));
    assertThat(failure(WRITE).getClass().getSimpleName()).isEqualTo("OutcomeUnknownException");
    simulator.faults().clear();
  }

  @Test
  void anEndUserThatVanishedIsOperationsMatterWhateverWasAskedFor() {
    simulator.conductor().endUsers().delete(bench.endUser("june"));
    QuickBooksException failure =
        catchThrowableOfType(
            QuickBooksException.class,
            () ->
                bench
                    .connector
                    .connection("june")
                    .companyFile()
                    .find("customers", "80000001-1234567890", Object.class));
    assertThat(failure.getClass().getSimpleName()).isEqualTo("MisconfiguredException");
    assertThat(failure.getMessage()).contains("disconnect the owner");
    assertThat(bench.connector.connection("june").status().reason())
        .isEqualTo(StatusReason.END_USER_MISSING);
  }
}
