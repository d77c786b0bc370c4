package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.DesktopSettings;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Conductor's HTTP API: keys, headers and time limits, for every request the same. */
final class ConductorApi {
  /** How long Conductor waits for QuickBooks unless it is told otherwise. */
  private static final Duration CONDUCTORS_OWN = Duration.ofSeconds(90);

  /** How much earlier than we stop listening Conductor must give up, so that it says what came. */
  private static final Duration EARLIER = Duration.ofSeconds(5);

  private final Supplier<ConnectorSettings> settings;
  private final HttpTransport transport;
  private final ProviderGuard guard;
  private final ConductorAnswers answers;
  private final Clock clock;

  ConductorApi(
      Supplier<ConnectorSettings> settings,
      HttpTransport transport,
      ProviderGuard guard,
      Clock clock) {
    this.settings = settings;
    this.transport = transport;
    this.guard = guard;
    this.answers = new ConductorAnswers(clock);
    this.clock = clock;
  }

  DesktopSettings settings() {
    return settings.get().requireDesktop();
  }

  Clock clock() {
    return clock;
  }

  /** How long Conductor is to wait for QuickBooks where the caller does not say. */
  Duration quickBooksTimeout() {
    return limited(CONDUCTORS_OWN);
  }

  /** The same, where the caller does; nobody listens longer than the time of a whole call. */
  Duration limited(Duration asked) {
    Duration longest = settings.get().readTimeout().minus(EARLIER);
    Duration least = Duration.ofSeconds(1);
    Duration limit = asked.compareTo(longest) > 0 ? longest : asked;
    return limit.compareTo(least) < 0 ? least : limit;
  }

  Duration readTimeout() {
    return settings.get().readTimeout();
  }

  /** A document, and when Conductor sent it by its own clock. */
  record Answer(JsonObject document, Instant at) {}

  /** Sends a request whose good answer is a JSON object. */
  Answer send(String what, Request request) throws ProviderProblem {
    return document(what, request, exchange(what, request, !request.isWrite()));
  }

  /** As {@link #send}, for a read that brings something else the second time. */
  Answer sendOnce(String what, Request request) throws ProviderProblem {
    return document(what, request, exchange(what, request, false));
  }

  /** As {@link #send}; {@code null} if Conductor does not serve the path at all. */
  @Nullable Answer sendIfServed(String what, Request request) throws ProviderProblem {
    HttpAnswer answer = exchange(what, request, !request.isWrite());
    boolean isServed = answer.status() != 404 || ConductorError.of(answer) != null;
    return isServed ? document(what, request, answer) : null;
  }

  private Answer document(String what, Request request, HttpAnswer answer) throws ProviderProblem {
    if (answer.status() < 200 || answer.status() > 299) {
      throw answers.problem(what, request, answer);
    }
    JsonObject document = Json.object(answer.text()).orElse(null);
    if (document == null) {
      throw answers.unreadable(what, request, answer);
    }
    if (ConductorError.of(answer) != null) {
      throw answers.problem(what, request, answer);
    }
    return new Answer(document, answer.date().orElseGet(clock::instant));
  }

  private HttpAnswer exchange(String what, Request request, boolean mayRepeat)
      throws ProviderProblem {
    HttpCall call = call(request);
    ProviderGuard.Exchange exchange =
        () -> {
          HttpAnswer answer = transport.send(call);
          if (isOutage(answer)) {
            throw new OutageException(answer);
          }
          return answer;
        };
    try {
      return mayRepeat ? guard.read(exchange) : guard.write(exchange);
    } catch (TransportException e) {
      throw answers.lost(what, request, e);
    } catch (OutageException e) {
      return e.answer();
    }
  }

  /** Conductor's own failure, and none of one user's machine. */
  private static boolean isOutage(HttpAnswer answer) {
    if (answer.status() < 500) {
      return false;
    }
    ConductorError error = ConductorError.of(answer);
    return error == null || error.type().equals("INTERNAL_ERROR");
  }

  private HttpCall call(Request request) {
    DesktopSettings desktop = settings();
    URI uri = URI.create(desktop.baseUrl() + request.path());
    Duration total = readTimeout();
    String body = request.body();
    HttpCall call =
        switch (request.method()) {
          case "GET" -> HttpCall.get(uri, total);
          case "DELETE" -> HttpCall.delete(uri, total);
          default ->
              HttpCall.post(
                  uri,
                  Objects.requireNonNullElse(body, "").getBytes(StandardCharsets.UTF_8),
                  "application/json",
                  total);
        };
    call =
        call.header("Accept", "application/json")
            .header("Authorization", "Bearer " + desktop.secretKey().reveal());
    if (request.endUserId() != null) {
      call = call.header("Conductor-End-User-Id", request.endUserId());
    }
    Duration timeout = request.timeout();
    return timeout == null || timeout.equals(CONDUCTORS_OWN)
        ? call
        : call.header(
            "Conductor-Timeout-Seconds", String.valueOf(Math.max(1, timeout.toSeconds())));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * An id of Conductor's as it may stand in a path or header.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  static String checkedId(String id) {
    if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
      throw new IllegalArgumentException(
          "An id of Conductor's has letters, digits, '_' and '-', for instance end_usr_…");
    }
    return id;
  }
}
