package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Product;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.gate.GateRequest;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.spi.OwnerResolver;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every HTTP door asks. */
public final class Door implements GateDoor {
  private static final String REMEMBERED = "io.github.qbconnector.decision.";

  private final ConnectionGate gate;
  private final OwnerResolver owners;
  private final Callers callers;
  private final GateAnswers answers;
  private final Function<String, @Nullable Product> products;

  /**
   * @param products gives the product of a connector
   */
  public Door(
      ConnectionGate gate,
      OwnerResolver owners,
      Callers callers,
      GateAnswers answers,
      Function<String, @Nullable Product> products) {
    this.products = products;
    this.gate = gate;
    this.owners = owners;
    this.callers = callers;
    this.answers = answers;
  }

  @Override
  public @Nullable GateAnswer check(String connector, GateRequest request) {
    if (callers.hasPassed(connector)) {
      return null;
    }
    String remembered = REMEMBERED + connector;
    if (request.recall(remembered) != null) {
      return null;
    }
    RequestKind kind = CallerKind.of(request);
    GateDecision decision = ask(connector, kind);
    if (decision.passes()) {
      callers.pass(connector);
      request.remember(remembered, decision);
      return null;
    }
    return answers.answer(decision, kind, connector, request);
  }

  /** Asks for a call of an enterprise bean; what the request's own door decided counts. */
  public GateDecision decide(String connector) {
    if (callers.hasPassed(connector)) {
      return GateDecision.PASS;
    }
    return ask(connector, RequestKind.CALL);
  }

  private GateDecision ask(String connector, RequestKind kind) {
    Optional<String> owner = owners.currentOwner();
    return owner.isPresent() && !owners.uses(connector, owner.get())
        ? GateDecision.PASS
        : gate.decide(connector, owner, kind);
  }

  @Override
  public @Nullable GateAnswer explain(
      String connector, QuickBooksException failure, GateRequest request) {
    ConnectionState state = FailureStatus.stateOf(failure);
    if (state == null) {
      return null;
    }
    Optional<String> owner = owners.currentOwner();
    boolean isOthers =
        (owner.isPresent() && !owners.uses(connector, owner.get()))
            || failure.product().filter(p -> p != products.apply(connector)).isPresent();
    if (isOthers) {
      return null; // another connector's failure, on a page that several serve
    }
    ConnectionStatus status = FailureStatus.of(failure);
    GateDecision decision =
        owner.isEmpty() && failure instanceof NotConnectedException
            ? GateDecision.LOGIN
            : GateDecision.stop(status);
    return answers.answer(decision, CallerKind.of(request), connector, request);
  }

  @Override
  public CallerScope enter(Supplier<@Nullable String> callerName) {
    return callers.enter(callerName);
  }
}
