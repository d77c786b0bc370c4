package io.github.qbconnector.impl.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with the configuration, in one message. */
public final class InvalidConfigurationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidConfigurationException(List<Problem> problems) {
    super(
        "QBC0001: the configuration of QuickBooks Connector has "
            + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
            + ". Set these MicroProfile Config keys, or quickbooks.enabled=false to deploy"
            + " without QuickBooks:\n"
            + problems.stream().map(p -> "  - " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
