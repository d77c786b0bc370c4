package io.github.qbconnector.impl.connection;

import java.io.Serial;

/** The access token is refused; a renewal may help. */
public final class UnauthorizedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final ProviderProblem problem;

  /**
   * @param problem what it means if a renewal does not help
   */
  public UnauthorizedException(ProviderProblem problem) {
    super(problem);
    this.problem = problem;
  }

  public ProviderProblem problem() {
    return problem;
  }
}
