package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.SimulatorResponse;

/**
 * A refusal of a signed request: the status of RFC 5849 section 3.2, the reason in the words of the
 * OAuth Problem Reporting extension.
 */
@SuppressWarnings("serial")
final class OAuth1Problem extends RuntimeException {

  private final int status;
  private final String problem;

  private OAuth1Problem(int status, String problem) {
    super(problem, null, false, false);
    this.status = status;
    this.problem = problem;
  }

  /** The request is no signed request of OAuth 1.0a. */
  static OAuth1Problem malformed(String problem) {
    return new OAuth1Problem(400, problem);
  }

  /** The request is signed, but not by anybody or anything that is trusted. */
  static OAuth1Problem refused(String problem) {
    return new OAuth1Problem(401, problem);
  }

  SimulatorResponse answer() {
    SimulatorResponse response =
        SimulatorResponse.of(
            status, "application/x-www-form-urlencoded", "oauth_problem=" + problem);
    return status == 401 ? response.with("WWW-Authenticate", "OAuth") : response;
  }
}
