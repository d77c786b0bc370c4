package io.github.qbconnector.benchmarks;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What a gated request pays in all: both filters of the product, the door they ask, the owner
 * resolved from the request's principal, the kind of caller told from its headers, the decision,
 * and its note in the request's attributes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {

  /** As on a server: the door is a CDI client proxy. */
  @Benchmark
  public int filter(Known.One known) throws IOException, ServletException {
    return known.route.ask();
  }

  /** The difference is what CDI costs. */
  @Benchmark
  public int filterWithoutProxy(Known.One known) throws IOException, ServletException {
    return known.routeWithoutProxy.ask();
  }

  /** The same request without our filters: what the harness itself costs. */
  @Benchmark
  public int noFilter(Known.One known) throws IOException, ServletException {
    return known.route.askUngated();
  }
}
