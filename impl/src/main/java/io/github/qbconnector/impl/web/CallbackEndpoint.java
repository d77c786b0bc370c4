package io.github.qbconnector.impl.web;

import io.github.qbconnector.Secret;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.connection.Callback;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.Flow;
import io.github.qbconnector.impl.connection.FlowOutcome;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.StoreFailure;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.spi.ConnectPolicy.Action;
import io.github.qbconnector.spi.Page.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /quickbooks/callback}: where the provider sends the browser back to. */
final class CallbackEndpoint {
  /** How long a callback waits for somebody to log in again. */
  static final Duration WAITS = Duration.ofMinutes(10);

  private static final int MAX_CODE = 2_048;

  private final Map<String, WebConnector> connectors;
  private final Pages pages;
  private final Links links;
  private final Cookies cookies;
  private final Permissions permissions;
  private final FlowSeal seal;
  private final FlowVault vault;
  private final Clock clock;

  CallbackEndpoint(
      Map<String, WebConnector> connectors,
      Pages pages,
      Links links,
      Cookies cookies,
      Permissions permissions,
      FlowSeal seal,
      FlowVault vault,
      Clock clock) {
    this.connectors = connectors;
    this.pages = pages;
    this.links = links;
    this.cookies = cookies;
    this.permissions = permissions;
    this.seal = seal;
    this.vault = vault;
    this.clock = clock;
  }

  /** What the redirect brought. */
  private record Arrival(
      @Nullable String state,
      @Nullable String code,
      @Nullable String realmId,
      @Nullable String error,
      @Nullable String description,
      boolean hopped,
      boolean resumed) {

    static Arrival of(WebRequest request) {
      String resume = request.parameter("resume");
      return new Arrival(
          resume != null ? resume : request.parameter("state"),
          request.parameter("code"),
          request.parameter("realmId"),
          request.parameter("error"),
          request.parameter("error_description"),
          request.parameter("hop") != null,
          resume != null);
    }
  }

  WebAnswer handle(WebRequest request, Optional<String> owner) {
    Arrival arrival = Arrival.of(request);
    try {
      return answer(request, owner, arrival);
    } catch (ProviderUnavailableException e) {
      // The store's: the flow may not be used up, so that the same callback ends well later.
      return pages.unavailable(
          Endpoints.subject(request, null),
          FailureStatus.of(e),
          GateAnswers.retryAfter(e),
          again(arrival));
    }
  }

  private WebAnswer answer(WebRequest request, Optional<String> owner, Arrival arrival) {
    Flow flow = flow(request, arrival.state()).orElse(null);
    if (owner.isEmpty()) {
      return nobody(request, arrival, flow);
    }
    if (flow == null) {
      return stale(request, owner.get());
    }
    WebConnector connector = connectors.get(flow.connector());
    if (connector == null || !(connector.flow() instanceof ConsentFlow consent)) {
      return stale(request, owner.get());
    }
    Pages.Subject subject = Endpoints.subject(request, connector);
    String back = links.connect(flow.connector(), flow.returnPath(), false);
    if (!flow.owner().equals(owner.get())) {
      return pages.ended(subject, 403, "otherUser", Tone.WARNING, back);
    }
    if (!permissions.allow(request, Action.CONNECT, flow.connector(), flow.owner())) {
      return pages.ended(subject, 403, "notAllowed", Tone.WARNING, back);
    }
    return cookies.withoutFlow(finish(request, consent, flow, arrival, subject, back), flow.id());
  }

  private Optional<Flow> flow(WebRequest request, @Nullable String state) {
    if (state == null || !state.matches("[A-Za-z0-9_-]{20,64}")) {
      return Optional.empty();
    }
    String sealed = cookies.flow(request, state);
    return sealed == null
        ? Optional.empty()
        : seal.open(state, sealed).filter(f -> clock.instant().isBefore(f.expiresAt()));
  }

  /** Nobody is not somebody else: a strict cookie may be missing, or the session has ended. */
  private WebAnswer nobody(WebRequest request, Arrival arrival, @Nullable Flow flow) {
    WebConnector connector = flow == null ? null : connectors.get(flow.connector());
    Pages.Subject subject = Endpoints.subject(request, connector);
    if (arrival.resumed() || flow == null) {
      // Without a flow of this browser there is nothing to keep for later.
      return pages.login(subject).afterLogin();
    }
    if (!arrival.hopped()) {
      return pages.hop(subject, self(arrival));
    }
    String code = arrival.code();
    String realmId = arrival.realmId();
    if (code != null && realmId != null && isCode(code) && isRealmId(realmId)) {
      try {
        vault.park(
            flow.id(),
            seal.sealCallback(flow.id(), new Callback(Secret.of(code), realmId)),
            clock.instant().plus(WAITS));
      } catch (VaultUnavailableException e) {
        throw StoreFailure.of(e, clock.instant());
      }
    }
    return WebAnswer.redirect(resuming(flow.id(), arrival));
  }

  private String again(Arrival arrival) {
    return arrival.resumed() ? resuming(String.valueOf(arrival.state()), arrival) : self(arrival);
  }

  private String resuming(String flowId, Arrival arrival) {
    StringBuilder url = new StringBuilder(links.endpoint("callback")).append("?resume=");
    appendError(url.append(encoded(flowId)), arrival);
    return url.toString();
  }

  private String self(Arrival arrival) {
    StringBuilder url = new StringBuilder(links.endpoint("callback")).append("?hop=1");
    append(url, "state", arrival.state());
    append(url, "code", arrival.code());
    append(url, "realmId", arrival.realmId());
    appendError(url, arrival);
    return url.toString();
  }

  private static void appendError(StringBuilder url, Arrival arrival) {
    append(url, "error", arrival.error());
    append(url, "error_description", arrival.description());
  }

  private static void append(StringBuilder url, String name, @Nullable String value) {
    if (value != null && value.length() <= MAX_CODE) {
      url.append('&').append(name).append('=').append(encoded(value));
    }
  }

  /** A callback without a flow: whoever is connected already just goes on. */
  private WebAnswer stale(WebRequest request, String owner) {
    WebConnector connector = connectors.values().iterator().next();
    if (connectors.values().stream().anyMatch(c -> c.lifecycle().status(owner).isConnected())) {
      return WebAnswer.redirect(links.onward(""));
    }
    return pages.ended(
        Endpoints.subject(request, connector),
        400,
        "expired",
        Tone.WARNING,
        links.connect(connector.name(), "", false));
  }

  private WebAnswer finish(
      WebRequest request,
      ConsentFlow consent,
      Flow flow,
      Arrival arrival,
      Pages.Subject subject,
      String back) {
    String error = arrival.error();
    FlowOutcome outcome;
    if (error != null) {
      outcome = consent.refused(flow, error, arrival.description());
    } else {
      Callback callback = callback(flow, arrival).orElse(null);
      if (callback == null) {
        return pages.ended(subject, 400, "expired", Tone.WARNING, back);
      }
      outcome = consent.finish(flow, callback, request.callerName());
    }
    if (outcome instanceof FlowOutcome.Connected) {
      return WebAnswer.redirect(links.onward(flow.returnPath()));
    }
    if (outcome instanceof FlowOutcome.AlreadyUsed) {
      return stale(request, flow.owner());
    }
    if (outcome instanceof FlowOutcome.OtherCompany) {
      return pages.otherCompany(
          subject, back, links.connect(flow.connector(), flow.returnPath(), true));
    }
    if (outcome instanceof FlowOutcome.NotProven notProven) {
      return isOutage(notProven.failure())
          ? pages.ended(subject, 503, "failed", Tone.WARNING, back)
          : pages.ended(subject, 403, "notProven", Tone.WARNING, back);
    }
    if (outcome instanceof FlowOutcome.Cancelled) {
      return pages.ended(subject, 200, "cancelled", Tone.NEUTRAL, back);
    }
    return refused(((FlowOutcome.Refused) outcome).failure(), subject, back);
  }

  private WebAnswer refused(QuickBooksException failure, Pages.Subject subject, String back) {
    if (isOutage(failure)) {
      return pages.ended(subject, 503, "failed", Tone.WARNING, back);
    }
    return failure instanceof MisconfiguredException
        ? pages.ended(subject, 503, "misconfigured", Tone.WARNING, back)
        : pages.ended(
            subject,
            400,
            "refused",
            Tone.WARNING,
            back,
            shown(failure.providerCode().orElse("unknown")));
  }

  private Optional<Callback> callback(Flow flow, Arrival arrival) {
    if (arrival.resumed()) {
      try {
        return seal.openCallback(flow.id(), vault.parked(flow.id()));
      } catch (VaultUnavailableException e) {
        throw StoreFailure.of(e, clock.instant());
      }
    }
    String code = arrival.code();
    String realmId = arrival.realmId();
    return code != null && realmId != null && isCode(code) && isRealmId(realmId)
        ? Optional.of(new Callback(Secret.of(code), realmId))
        : Optional.empty();
  }

  private static boolean isCode(String code) {
    return !code.isEmpty() && code.length() <= MAX_CODE;
  }

  private static boolean isRealmId(String realmId) {
    return realmId.matches("\\d{1,32}");
  }

  private static boolean isOutage(QuickBooksException failure) {
    return failure instanceof ProviderUnavailableException
        || failure instanceof OutcomeUnknownException;
  }

  private static String shown(String providerCode) {
    return providerCode.matches("[A-Za-z0-9_.-]{1,60}") ? providerCode : "unknown";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
