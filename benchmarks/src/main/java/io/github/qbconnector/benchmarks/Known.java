package io.github.qbconnector.benchmarks;

import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Connections known to be good, and owners who ask for them. */
@State(Scope.Benchmark)
public abstract class Known {
  static final String FIRST = "user-000000";

  private final QuickBooksSimulator simulator = QuickBooksSimulator.start();
  private final Application application = new Application(simulator, Map.of());
  private final List<Optional<String>> owners;
  private int next;

  /** The gate itself. */
  final ConnectionGate gate;

  /** The gate and the connector as they are injected. */
  final ConnectionGate gateProxy;

  final OnlineConnector connector;

  /** A handle on the first owner's connection. */
  final QuickBooksConnection connection;

  final Route route;
  final Route routeWithoutProxy;

  /** The room that hands tokens to calls; no type of the API gives a token away. */
  final GrantCalls calls;

  private Known(int count) {
    List<String> names = Application.owners(count);
    names.parallelStream().forEach(owner -> application.connect(simulator, owner));
    // Not in the order they were made: memory is walked as real users walk it.
    this.owners = new ArrayList<>(names.stream().map(Optional::of).toList());
    Collections.shuffle(owners, new Random(1));
    this.gate = application.behindProxy(ConnectionGate.class);
    this.gateProxy = application.injected(ConnectionGate.class);
    this.connector = application.injected(OnlineConnector.class);
    this.connection = connector.connection(FIRST);
    this.calls = calls(application.behindProxy(OnlineConnector.class));
    this.route = new Route(application.injected(GateDoor.class)).checked();
    this.routeWithoutProxy = new Route(application.behindProxy(GateDoor.class)).checked();
    for (Optional<String> owner : owners) {
      GateDecision decision = gate.decide("default", owner, RequestKind.NAVIGATION);
      if (!decision.passes()) {
        throw new IllegalStateException("Not known to be good: " + decision);
      }
    }
  }

  private static GrantCalls calls(OnlineConnector connector) {
    for (Field field : connector.getClass().getDeclaredFields()) {
      if (field.getType() == GrantCalls.class) {
        try {
          field.setAccessible(true);
          return (GrantCalls) field.get(connector);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException("The connector makes its calls in another way now.");
  }

  /** The next owner; allocates nothing. */
  final Optional<String> owner() {
    int current = next;
    next = current + 1 == owners.size() ? 0 : current + 1;
    return owners.get(current);
  }

  @TearDown
  public void close() {
    application.close();
    simulator.close();
  }

  /** One connection, as where {@code quickbooks.owner=application}. */
  public static class One extends Known {
    public One() {
      super(1);
    }
  }

  /** As many connections as the cache holds by default. */
  public static class TenThousand extends Known {
    public TenThousand() {
      super(10_000);
    }
  }
}
