package io.github.qbconnector.benchmarks;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.Secret;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequestKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The gate's decision on a connection known to be good, and what an application may ask. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GateBenchmark {

  @Benchmark
  public GateDecision decide(Known.One known) {
    return known.gate.decide("default", known.owner(), RequestKind.NAVIGATION);
  }

  @Benchmark
  public GateDecision decideAmongTenThousand(Known.TenThousand known) {
    return known.gate.decide("default", known.owner(), RequestKind.NAVIGATION);
  }

  @Benchmark
  public GateDecision decideThroughProxy(Known.One known) {
    return known.gateProxy.decide("default", known.owner(), RequestKind.NAVIGATION);
  }

  /** Of a handle one holds; what the handle costs is told apart. */
  @Benchmark
  public ConnectionStatus status(Known.One known) {
    return known.connection.status();
  }

  /** A call whose exchange with the provider is free: what is left is ours. */
  @Benchmark
  public Secret tokenHandOut(Known.One known) {
    return known.calls.call(Known.FIRST, Evidence.CALL, (grant, company) -> grant.accessToken());
  }

  /** The handle that every line of an application begins with. */
  @Benchmark
  public QuickBooksConnection handle(Known.One known) {
    return known.connector.connection(Known.FIRST);
  }
}
