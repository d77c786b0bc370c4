package io.github.qbconnector.impl.online;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.online.IntuitTokens;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tokens out of an answer (RFC 6749 section 5.1 with Intuit's additions). */
final class TokenAnswers {
  private static final long ACCESS_SECONDS = 3_600;
  private static final long REFRESH_SECONDS = 100L * 24 * 3_600;

  /** Intuit's are said to have 4,096 and 512 characters at most; these fit in a record together. */
  private static final int LONGEST_ACCESS = 6_000;

  private static final int LONGEST_REFRESH = 2_000;

  private static final long LONGEST_SECONDS = 10L * 365 * 24 * 3_600;

  private final IntuitAnswers answers;

  TokenAnswers(IntuitAnswers answers) {
    this.answers = answers;
  }

  /**
   * @param answer has status 200
   * @param before when the request was sent: lifetimes count from then, to be safe
   */
  IntuitTokens read(
      String what, HttpAnswer answer, Instant before, @Nullable Secret previousRefreshToken)
      throws ProviderProblem {
    JsonObject json = Json.object(answer.text()).orElse(null);
    Secret access = json == null ? null : token(json, "access_token", LONGEST_ACCESS);
    Secret refresh = json == null ? null : token(json, "refresh_token", LONGEST_REFRESH);
    if (json == null || access == null) {
      ProviderProblem problem = answers.unreadable(what, answer);
      throw refresh == null ? problem : problem.withNewRefreshToken(refresh);
    }
    Secret refreshToken;
    if (refresh != null) {
      refreshToken = refresh;
    } else if (previousRefreshToken != null && !json.containsKey("refresh_token")) {
      refreshToken = previousRefreshToken; // RFC 6749 section 6: none means the old one goes on
    } else {
      throw answers.unreadable(what, answer);
    }
    long refreshSeconds = seconds(json, "x_refresh_token_expires_in").orElse(REFRESH_SECONDS);
    String idToken = Json.text(json, "id_token");
    return new IntuitTokens(
        access,
        before.plusSeconds(
            seconds(json, "expires_in").filter(given -> given > 0).orElse(ACCESS_SECONDS)),
        refreshToken,
        before.plusSeconds(refreshSeconds),
        seconds(json, "x_refresh_token_hard_expires_in").map(before::plusSeconds),
        idToken == null || idToken.isEmpty() ? Optional.empty() : Optional.of(Secret.of(idToken)),
        Optional.ofNullable(answer.header("intuit_tid")));
  }

  /** A token as RFC 6749 appendix A.12 has it; anything else could not be sent back. */
  private static @Nullable Secret token(JsonObject json, String name, int longest) {
    String given = Json.text(json, name);
    boolean isToken =
        given != null
            && !given.isEmpty()
            && given.length() <= longest
            && given.chars().allMatch(c -> c > ' ' && c <= '~');
    return given != null && isToken ? Secret.of(given) : null;
  }

  /** What no provider means must not cost the token that came with it. */
  private static Optional<Long> seconds(JsonObject json, String name) {
    return Json.number(json, name).map(given -> Math.max(0, Math.min(given, LONGEST_SECONDS)));
  }
}
