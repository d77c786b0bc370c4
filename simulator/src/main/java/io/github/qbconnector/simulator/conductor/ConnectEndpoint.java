package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.util.Optional;

/** The hosted page where a person in front of QuickBooks connects it. */
final class ConnectEndpoint {

  /** Where the pages are below the simulator's context path; the client secret follows. */
  static final String ROOT = ConductorEndpoints.ROOT + "/connect/qbd/";

  private final ConductorState state;

  ConnectEndpoint(ConductorState state) {
    this.state = state;
  }

  Optional<String> endUserId(SimulatorRequest request) {
    return state.sessions().bySecret(secret(request)).map(AuthSession::endUserId);
  }

  private static String secret(SimulatorRequest request) {
    return request.path().substring(ROOT.length());
  }

  SimulatorResponse answer(SimulatorRequest request) {
    Optional<AuthSession> session =
        state
            .sessions()
            .bySecret(secret(request))
            .filter(known -> request.query().text("key").equals(known.publishableKey()));
    Optional<Registered> endUser =
        session.flatMap(known -> state.endUsers().get(known.endUserId()));
    if (session.isEmpty() || endUser.isEmpty()) {
      return ConnectPage.unknown();
    }
    if (session.get().completed()) {
      return ConnectPage.doneAlready();
    }
    if (state.sessions().isExpired(session.get())) {
      return ConnectPage.expired();
    }
    return switch (request.method()) {
      case "GET" -> {
        endUser.get().desktop().linkOpened();
        yield ConnectPage.ask(endUser.get(), session.get(), "");
      }
      case "POST" -> decide(request, session.get(), endUser.get());
      default -> SimulatorResponse.empty(405);
    };
  }

  private SimulatorResponse decide(
      SimulatorRequest request, AuthSession session, Registered endUser) {
    return switch (request.form().text("decision")) {
      case "connect" -> {
        endUser.desktop().linked();
        state.sessions().complete(session);
        yield leave(session, ConnectPage.connected());
      }
      case "deny" -> {
        endUser.desktop().denied();
        yield ConnectPage.ask(
            endUser,
            session,
            "QuickBooks did not allow access. Choose \"Yes, always\" when it asks, and try again.");
      }
      case "cancel" -> leave(session, ConnectPage.cancelled());
      default -> ConnectPage.ask(endUser, session, "Choose what happened in QuickBooks.");
    };
  }

  private static SimulatorResponse leave(AuthSession session, SimulatorResponse otherwise) {
    return session.redirectUrl().map(SimulatorResponse::seeOther).orElse(otherwise);
  }
}
