package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.desktop.AuthSession;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.desktop.NewAuthSession;
import io.github.qbconnector.desktop.NewEndUser;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.config.DesktopSettings;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.desktop.ConductorApi.Answer;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conductor's verbs on the wire, both generations of them. */
final class ConductorExchange {
  private static final String SLUG = "quickbooks_desktop";

  private final ConductorApi api;

  ConductorExchange(ConductorApi api) {
    this.api = api;
  }

  Duration readTimeout() {
    return api.readTimeout();
  }

  EndUser createEndUser(NewEndUser endUser) throws ProviderProblem {
    String what = "Creating an end-user";
    Answer answer =
        api.send(
            what,
            Request.post(
                "/end-users",
                Json.PROVIDER
                    .createObjectBuilder()
                    .add("companyName", endUser.companyName())
                    .add("sourceId", endUser.sourceId())
                    .add("email", endUser.email())
                    .build()));
    return ConductorRecords.endUser(answer.document()).orElseThrow(() -> incomplete(what, answer));
  }

  List<EndUser> endUsers() throws ProviderProblem {
    String what = "Listing the end-users";
    Answer answer = api.send(what, Request.get("/end-users"));
    if (!(answer.document().get("data") instanceof JsonArray data)) {
      throw incomplete(what, answer);
    }
    List<EndUser> users = new ArrayList<>();
    for (JsonValue one : data) {
      if (one instanceof JsonObject user) {
        ConductorRecords.endUser(user).ifPresent(users::add);
      }
    }
    return users;
  }

  EndUser endUser(String id) throws ProviderProblem {
    String what = "Reading an end-user";
    Answer answer = api.send(what, Request.get("/end-users/" + ConductorApi.checkedId(id)));
    return ConductorRecords.endUser(answer.document()).orElseThrow(() -> incomplete(what, answer));
  }

  String deleteEndUser(String id) throws ProviderProblem {
    Answer unused =
        api.send(
            "Deleting an end-user", Request.delete("/end-users/" + ConductorApi.checkedId(id)));
    return id;
  }

  AuthSession createAuthSession(NewAuthSession session) throws ProviderProblem {
    String what = "Creating an auth session";
    DesktopSettings settings = api.settings();
    JsonObjectBuilder body =
        Json.PROVIDER
            .createObjectBuilder()
            .add("publishableKey", settings.publishableKey().reveal())
            .add("endUserId", ConductorApi.checkedId(session.endUserId()))
            .add(
                "linkExpiryMins",
                Math.toIntExact(session.linkExpiry().orElse(settings.linkExpiry()).toMinutes()));
    session.redirectUrl().ifPresent(url -> body.add("redirectUrl", url.toString()));
    Answer answer = api.send(what, Request.post("/auth-sessions", body.build()));
    return ConductorRecords.authSession(answer.document())
        .orElseThrow(() -> incomplete(what, answer));
  }

  Optional<AuthSession> authSession(String id) throws ProviderProblem {
    String what = "Reading an auth session";
    Answer answer;
    try {
      answer = api.sendIfServed(what, Request.get("/auth-sessions/" + ConductorApi.checkedId(id)));
    } catch (ProviderProblem problem) {
      if (problem.failure() instanceof ObjectNotFoundException) {
        return Optional.empty();
      }
      throw problem;
    }
    if (answer == null) {
      return Optional.empty();
    }
    return Optional.of(
        ConductorRecords.authSession(answer.document())
            .orElseThrow(() -> incomplete(what, answer)));
  }

  /** A sign of life; the older way only where Conductor does not serve the newer. */
  Duration ping(String endUserId, @Nullable Duration timeout) throws ProviderProblem {
    String what = "Asking QuickBooks Desktop for a sign of life";
    String id = ConductorApi.checkedId(endUserId);
    Duration limit = limit(timeout);
    Answer answer =
        api.sendIfServed(what, Request.get("/quickbooks-desktop/health-check").to(id, limit));
    if (answer == null) {
      answer = api.send(what, Request.get("/end-users/" + id + "/ping/" + SLUG).within(limit));
    }
    // A number in one place of Conductor's documents, a text in another.
    String duration = Json.text(answer.document(), "duration");
    if (duration == null || !duration.matches("\\d{1,9}(\\.\\d+)?")) {
      throw incomplete(what, answer);
    }
    return Duration.ofMillis((long) Double.parseDouble(duration));
  }

  String passthrough(String endUserId, String request, @Nullable Duration timeout)
      throws ProviderProblem {
    Passthrough checked = Passthrough.of(request);
    String path = "/end-users/" + ConductorApi.checkedId(endUserId) + "/passthrough/" + SLUG;
    Request post = Request.post(path, checked.document()).within(limit(timeout));
    return Json.write(api.send(checked.name(), checked.isRead() ? post.asRead() : post).document());
  }

  Duration limit(@Nullable Duration timeout) {
    return timeout == null ? api.quickBooksTimeout() : api.limited(timeout);
  }

  ConductorApi api() {
    return api;
  }

  ProviderProblem incomplete(String what, Answer answer) {
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_ERROR,
        new ProviderUnavailableException(
            what + " brought an answer in which something is missing.",
            ErrorDetails.of("QBC0235", answer.at()).product(Product.DESKTOP).build(),
            null,
            null));
  }
}
