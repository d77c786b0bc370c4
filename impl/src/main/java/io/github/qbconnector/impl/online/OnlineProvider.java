package io.github.qbconnector.impl.online;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.OnlineSettings;
import io.github.qbconnector.impl.connection.Bindings;
import io.github.qbconnector.impl.connection.Flow;
import io.github.qbconnector.impl.connection.GrantProvider;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.connection.UnauthorizedException;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.online.AuthorizationRequest;
import io.github.qbconnector.online.IntuitTokens;
import io.github.qbconnector.online.Pkce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** QuickBooks Online as the life cycle sees it. */
public final class OnlineProvider implements GrantProvider {
  private final Clock clock;
  private final Supplier<OnlineSettings> settings;
  private final Bindings<OnlineSettings> bindings;
  private final Discovery discovery;
  private final OAuthExchange oauth;
  private final IdTokenValidator idTokens;
  private final AccountingApi accounting;
  private final ConsentRefusals consentRefusals;

  /**
   * @param connector gives the connector's settings as they are now
   * @param lastConnector gives them as they were read last, for nothing
   */
  public OnlineProvider(
      Supplier<ConnectorSettings> connector,
      Supplier<ConnectorSettings> lastConnector,
      HttpTransport transport,
      ProviderGuard guard,
      Clock clock) {
    this.settings = () -> connector.get().requireOnline();
    this.bindings =
        new Bindings<>(() -> lastConnector.get().requireOnline(), OnlineSettings::binding);
    Supplier<Duration> readTimeout = () -> connector.get().readTimeout();
    this.clock = clock;
    this.consentRefusals = new ConsentRefusals(clock);
    IntuitAnswers answers = new IntuitAnswers(clock);
    this.discovery = new Discovery(settings, transport, clock);
    this.oauth =
        new OAuthExchange(settings, readTimeout, discovery, transport, guard, answers, clock);
    this.idTokens =
        new IdTokenValidator(
            discovery,
            () -> settings.get().clientId(),
            readTimeout,
            transport,
            guard,
            answers,
            clock);
    this.accounting =
        new AccountingApi(settings, readTimeout, discovery, transport, guard, answers);
  }

  OAuthExchange oauth() {
    return oauth;
  }

  IdTokenValidator idTokens() {
    return idTokens;
  }

  AccountingApi accounting() {
    return accounting;
  }

  @Override
  public Product product() {
    return Product.ONLINE;
  }

  @Override
  public String binding() {
    return bindings.now();
  }

  @Override
  public boolean sameEnvironment(String storedBinding) {
    return bindings.isOfSameEnvironment(storedBinding);
  }

  @Override
  public @Nullable String environmentLabel() {
    IntuitEnvironment environment = settings.get().environment();
    return environment == IntuitEnvironment.PRODUCTION ? null : environment.name();
  }

  @Override
  public URI consentUrl(Flow flow) {
    AuthorizationRequest request =
        AuthorizationRequest.withState(flow.id()).withNonce(flow.nonce().reveal());
    return authorizationUrl(
        settings.get().pkce() ? request.withPkce(Pkce.of(flow.verifier())) : request);
  }

  URI authorizationUrl(AuthorizationRequest request) {
    if (request.state().isEmpty()) {
      throw new IllegalArgumentException("The state protects the callback; it must not be empty.");
    }
    OnlineSettings online = settings.get();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", online.clientId());
    parameters.put("response_type", "code");
    List<String> scopes =
        request.scopes().isEmpty()
            ? online.scopes()
            : io.github.qbconnector.impl.config.Scopes.expand(request.scopes());
    parameters.put("scope", String.join(" ", scopes));
    parameters.put("redirect_uri", online.redirectUri().toString());
    parameters.put("state", request.state());
    request.nonce().ifPresent(nonce -> parameters.put("nonce", nonce));
    request
        .pkce()
        .ifPresent(
            pkce -> {
              parameters.put("code_challenge", pkce.challenge());
              parameters.put("code_challenge_method", "S256");
            });
    URI endpoint = discovery.endpoints().authorization();
    return URI.create(
        endpoint
            + (endpoint.getRawQuery() == null ? "?" : "&")
            + OAuthExchange.query(parameters).replace("+", "%20"));
  }

  @Override
  public Grant exchange(Flow flow, Secret code) throws ProviderProblem {
    IntuitTokens tokens = oauth.exchange(code, settings.get().pkce() ? flow.verifier() : null);
    Optional<Secret> idToken = tokens.idToken();
    if (idToken.isPresent()) {
      idTokens.validate(idToken.get(), flow.nonce().reveal());
    }
    return grant(tokens, clock.instant());
  }

  @Override
  public Grant renew(Grant grant) throws ProviderProblem {
    return grant(oauth.refresh(grant.refreshToken()), clock.instant());
  }

  static Grant grant(IntuitTokens tokens, Instant obtainedAt) {
    return new Grant(
        tokens.accessToken(),
        obtainedAt,
        tokens.accessTokenExpiresAt(),
        tokens.refreshToken(),
        tokens.refreshTokenExpiresAt(),
        tokens.endsAt().orElse(null));
  }

  @Override
  public @Nullable ProviderProblem consentRefused(String error, @Nullable String description) {
    return consentRefusals.of(error, description);
  }

  @Override
  public @Nullable String prove(Grant grant, String companyId)
      throws ProviderProblem, UnauthorizedException {
    return accounting.companyInfo(grant, companyId).companyName();
  }

  @Override
  public void revoke(Grant grant) throws ProviderProblem {
    oauth.revoke(grant.refreshToken());
  }
}
