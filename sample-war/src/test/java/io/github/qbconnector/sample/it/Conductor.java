package io.github.qbconnector.sample.it;

import io.github.qbconnector.simulator.conductor.AuthSession;
import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.conductor.Project;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.time.Duration;
import java.util.List;

/** Conductor's stand-in: whose machine is linked, how it is there, and what goes wrong. */
final class Conductor {

  static final String JUNIPER = "juniper";

  private final Providers providers = Providers.get();

  private ConductorState state() {
    return providers.simulation().conductor();
  }

  /** Nobody was ever here; our project is. */
  void begin() {
    state().reset();
    Project unused = state().projects().add(Secrets.SECRET_KEY, Secrets.PUBLISHABLE_KEY);
  }

  /** The project that keys belong to which are not ours. */
  void addProject(String secretKey, String publishableKey) {
    Project unused = state().projects().add(secretKey, publishableKey);
  }

  List<EndUser> endUsers() {
    return state().endUsers().list();
  }

  EndUser juniper() {
    return state().endUsers().findBySourceId(JUNIPER).orElseThrow();
  }

  void deleteJuniper() {
    boolean unused = state().endUsers().delete(juniper().id());
  }

  List<AuthSession> sessions() {
    return state().sessions().list();
  }

  /** How it is at the machine from now on. */
  void machine(DesktopState how) {
    state().desktops().set(juniper().id(), how);
  }

  /** QuickBooks works until Conductor gives up, which is soon enough for tests. */
  void machineIsTooSlow() {
    state().desktops().longestTimeout(Duration.ofMillis(200));
    machine(DesktopState.TIMEOUT);
  }

  void faulty(EndpointKind endpoint, Fault fault) {
    providers.faulty(endpoint, fault);
  }

  /** Answers nothing but a gateway's error page. */
  void down() {
    providers.down(EndpointKind.ANY);
  }

  void mend() {
    providers.mend();
  }

  long requests(EndpointKind endpoint) {
    return providers.requests(endpoint);
  }

  /** How often the machine itself was woken to see whether it answers. */
  long wakings() {
    return requests(EndpointKind.HEALTH_CHECK) + requests(EndpointKind.PING);
  }

  long made(EndpointKind endpoint) {
    return providers
        .simulation()
        .instruments()
        .requests()
        .count(r -> r.endpoint() == endpoint && r.method().equals("POST") && r.status() == 200);
  }

  void forgetRequests() {
    providers.forgetRequests();
  }
}
