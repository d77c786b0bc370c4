package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateRequest;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.spi.PageRenderer;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts decisions of the gate into the form the caller understands. */
public final class GateAnswers {
  private static final String PROBLEM = "application/problem+json;charset=UTF-8";
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Pages pages;
  private final Links links;
  private final Function<String, @Nullable String> environments;

  /**
   * @param environments gives the environment label of a connector
   */
  public GateAnswers(
      PageRenderer renderer, Links links, Function<String, @Nullable String> environments) {
    this.pages = new Pages(renderer, links);
    this.links = links;
    this.environments = environments;
  }

  GateAnswer answer(
      GateDecision decision, RequestKind kind, String connector, GateRequest request) {
    String connectHref = links.connect(connector, pathToReturnTo(kind, request), false);
    Pages.Subject subject = new Pages.Subject(locale(request), environments.apply(connector));
    if (kind == RequestKind.FACES_PARTIAL) {
      return partial(connectHref);
    }
    boolean navigation = kind == RequestKind.NAVIGATION;
    return switch (decision.verdict()) {
      case LOGIN ->
          navigation
              ? of(pages.login(subject).afterLogin())
              : of(loginProblem(request.header("Authorization")));
      case CONNECT ->
          navigation
              ? of(WebAnswer.redirect(connectHref))
              : of(problem(409, decision, connectHref));
      default ->
          navigation
              ? of(
                  pages.unavailable(
                      subject,
                      decision.status().orElseThrow(),
                      decision.retryAfter().orElse(PAUSE),
                      isSafe(request) ? links.application(request.pathAndQuery()) : null))
              : of(problem(503, decision, connectHref));
    };
  }

  /**
   * Only pages that were merely asked for are come back to; nothing is ever done twice. A partial
   * request is sent to the path of the page it belongs to.
   */
  private static String pathToReturnTo(RequestKind kind, GateRequest request) {
    boolean isPage =
        kind == RequestKind.FACES_PARTIAL || (kind == RequestKind.NAVIGATION && isSafe(request));
    return isPage && io.github.qbconnector.impl.config.ReturnPath.isValid(request.pathAndQuery())
        ? request.pathAndQuery()
        : "";
  }

  private static boolean isSafe(GateRequest request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** To the connect page in any case, which asks for the login where nobody is logged in. */
  private static GateAnswer partial(String connectHref) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response id=\"j_id1\"><redirect url=\""
            + HtmlPages.escape(connectHref)
            + "\"></redirect></partial-response>";
    return new GateAnswer(false, 200, SecurityHeaders.forType("text/xml;charset=UTF-8"), xml);
  }

  private static WebAnswer problem(int code, GateDecision decision, String connectHref) {
    ConnectionStatus status = decision.status().orElseThrow();
    String name = status.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    JsonObjectBuilder json =
        Json.PROVIDER
            .createObjectBuilder()
            .add("type", "urn:quickbooks-connector:problem:" + name)
            .add("title", "QuickBooks: " + name.replace('-', ' '))
            .add("status", code)
            .add("detail", status.userMessage().orElse(""))
            .add("state", status.state().name())
            .add("reason", status.reason().name())
            .add("connectUrl", connectHref);
    status.requestId().ifPresent(id -> json.add("requestId", id));
    WebAnswer answer = WebAnswer.of(code, PROBLEM, Json.write(json.build()));
    Optional<Duration> retryAfter = decision.retryAfter();
    return retryAfter.isEmpty()
        ? answer
        : answer.withHeader("Retry-After", String.valueOf(retryAfter.get().toSeconds()));
  }

  /**
   * Tells a script that nobody is logged in. A login page would be no answer to it; only
   * credentials that it has brought are shown to the application's login.
   */
  static WebAnswer loginProblem(@Nullable String authorization) {
    WebAnswer problem =
        WebAnswer.of(
            401,
            PROBLEM,
            Json.write(
                Json.PROVIDER
                    .createObjectBuilder()
                    .add("type", "urn:quickbooks-connector:problem:login-required")
                    .add("title", "Login required")
                    .add("status", 401)
                    .add("detail", "You have to be logged in to use QuickBooks here.")
                    .build()));
    return authorization == null ? problem : problem.afterLogin();
  }

  static Duration retryAfter(QuickBooksException failure) {
    return failure instanceof ProviderUnavailableException e ? e.retryAfter().orElse(PAUSE) : PAUSE;
  }

  private static Locale locale(GateRequest request) {
    String accepted = request.header("Accept-Language");
    if (accepted == null) {
      return Locale.getDefault();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(l -> !l.getLanguage().isEmpty())
          .findFirst()
          .orElseGet(Locale::getDefault);
    } catch (IllegalArgumentException e) {
      return Locale.getDefault();
    }
  }

  private static GateAnswer of(WebAnswer answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    return new GateAnswer(answer.login(), answer.status(), headers, answer.body());
  }
}
