package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.Fault;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.json.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a bad answer to a signed request means. RFC 5849 only says 401; the reason, if there is
 * one, stands in a header or in the body, in the words of the OAuth Problem Reporting extension.
 */
final class MigrationRefusals {
  private static final Pattern PROBLEM =
      Pattern.compile("oauth_problem[\"']?\\s{0,8}[=:]\\s{0,8}[\"']?([a-z_]{1,64})");
  private static final String UNNAMED = "unauthorized";
  private static final Set<String> ENDED =
      Set.of("token_used", "token_expired", "token_revoked", "token_rejected");

  private final IntuitAnswers answers;

  MigrationRefusals(IntuitAnswers answers) {
    this.answers = answers;
  }

  ProviderProblem of(String what, HttpAnswer answer) {
    String problem = problem(answer);
    if (problem == null) {
      return answers.oauth(what, answer);
    }
    ErrorDetails.Builder details =
        answers.details("QBC0201", answer).provider("OAuth 1.0a", problem);
    String said = what + " was refused: HTTP " + answer.status() + " " + problem + ".";
    if (ENDED.contains(problem)) {
      return new ProviderProblem(
          ConnectionState.RECONNECT_REQUIRED,
          StatusReason.GRANT_REVOKED,
          new ReconnectRequiredException(
              said + " The user has to connect again.",
              IntuitAnswers.userMessage(details, StatusReason.GRANT_REVOKED).build(),
              null));
    }
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_ERROR,
        answers.rejected(
            said + " " + remedy(problem), details, List.of(new Fault(problem, problem, "", null))));
  }

  /** What is wrong with the signed request; {@code null} if the answer is about something else. */
  private static @Nullable String problem(HttpAnswer answer) {
    if (answer.status() < 400 || answer.status() >= 500 || answer.status() == 429) {
      return null;
    }
    String challenge = answer.header("www-authenticate");
    Matcher found = PROBLEM.matcher((challenge == null ? "" : challenge + "\n") + answer.text());
    if (found.find()) {
      return found.group(1);
    }
    boolean oauth2 = Json.object(answer.text()).map(json -> Json.text(json, "error")).isPresent();
    return answer.status() == 401 && !oauth2 ? UNNAMED : null;
  }

  private static String remedy(String problem) {
    return problem.equals("timestamp_refused")
        ? "Set the clock of this machine."
        : "Check consumer key, consumer secret, access token, its secret, and whether they belong"
            + " to the environment of the connector.";
  }
}
