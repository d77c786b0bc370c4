package io.github.qbconnector.simulator.control;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.HtmlPage;
import io.github.qbconnector.simulator.http.Parameters;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.IntuitState;
import java.time.Duration;

/** The page where a person sees what goes on and moves the world: plain forms, no script. */
public final class ControlPage implements RequestHandler {

  private static final Duration PAGE_LATENCY = Duration.ofSeconds(5);

  private final Instruments instruments;
  private final IntuitState intuit;
  private final ConductorState conductor;

  /** Creates the page for this state. */
  public ControlPage(Instruments instruments, IntuitState intuit, ConductorState conductor) {
    this.instruments = instruments;
    this.intuit = intuit;
    this.conductor = conductor;
  }

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    return LocalOnly.refusal(request)
        .orElseGet(
            () -> {
              if (!request.method().equals("POST")) {
                return new ControlPageContent(instruments, intuit, conductor, request.baseUrl())
                    .page();
              }
              try {
                act(request.form());
              } catch (IllegalArgumentException e) {
                return HtmlPage.answer(
                    400,
                    "QuickBooks simulator",
                    true,
                    "<h1>This did not work</h1>\n<p role=\"alert\">"
                        + escape(String.valueOf(e.getMessage()))
                        + "</p>\n<p><a href=\"./\">Back</a></p>\n");
              }
              return SimulatorResponse.seeOther(request.baseUrl() + "/");
            });
  }

  private void act(Parameters form) {
    String realmId = form.text("realmId");
    switch (form.text("action")) {
      case "advance" ->
          instruments.clock().advance(Duration.ofSeconds(Long.parseLong(form.text("seconds"))));
      case "reset-clock" -> instruments.clock().reset();
      case "revoke" -> intuit.grants().revoke(realmId);
      case "expire" -> intuit.grants().expireAccessTokens(realmId);
      case "remove-admin" -> intuit.grants().removeAdmin(realmId);
      case "restore-admin" -> intuit.grants().restoreAdmin(realmId);
      case "desktop-state" ->
          conductor
              .desktops()
              .set(
                  form.text("endUserId"),
                  JsonFields.constant(form.text("state"), DesktopState.class));
      case "delete-end-user" -> conductor.endUsers().delete(form.text("endUserId"));
      case "expire-session" -> conductor.sessions().expire(form.text("session"));
      case "serve" ->
          conductor.serve(JsonFields.constant(form.text("generation"), Generation.class));
      case "latency" ->
          conductor
              .desktops()
              .latency(form.text("like").equals("life") ? Latency.LIKE_LIFE : Latency.NONE);
      case "add-fault" -> instruments.faults().add(fault(form));
      case "remove-fault" -> instruments.faults().remove(Long.parseLong(form.text("fault")));
      case "clear-faults" -> instruments.faults().clear();
      case "clear-requests" -> instruments.requests().clear();
      case "reset" -> {
        instruments.reset();
        intuit.reset();
        conductor.reset();
      }
      default -> throw new IllegalArgumentException("There is no such action");
    }
  }

  private static Fault fault(Parameters form) {
    FaultKind kind = JsonFields.constant(form.text("kind"), FaultKind.class);
    Fault fault = kind == FaultKind.LATENCY ? Fault.latency(PAGE_LATENCY) : Fault.of(kind);
    return fault
        .on(JsonFields.constant(form.text("endpoint"), EndpointKind.class))
        .times(Integer.parseInt(form.get("times").orElse("0")));
  }
}
