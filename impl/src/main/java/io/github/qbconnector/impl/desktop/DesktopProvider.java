package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.desktop.AuthSession;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.desktop.NewAuthSession;
import io.github.qbconnector.desktop.NewEndUser;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.DesktopSettings;
import io.github.qbconnector.impl.connection.Bindings;
import io.github.qbconnector.impl.connection.EndUserProvider;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** QuickBooks Desktop as the life cycle sees it. */
public final class DesktopProvider implements EndUserProvider {
  private final Supplier<DesktopSettings> settings;
  private final Bindings<DesktopSettings> bindings;
  private final ConductorExchange exchange;
  private final Clock clock;

  /**
   * @param connector gives the connector's settings as they are now
   * @param lastConnector gives them as they were read last, for nothing
   */
  public DesktopProvider(
      Supplier<ConnectorSettings> connector,
      Supplier<ConnectorSettings> lastConnector,
      HttpTransport transport,
      ProviderGuard guard,
      Clock clock) {
    this.settings = () -> connector.get().requireDesktop();
    this.bindings =
        new Bindings<>(() -> lastConnector.get().requireDesktop(), DesktopSettings::binding);
    this.exchange = new ConductorExchange(new ConductorApi(connector, transport, guard, clock));
    this.clock = clock;
  }

  ConductorExchange exchange() {
    return exchange;
  }

  /** How long links work. */
  Duration linkExpiry() {
    return settings.get().linkExpiry();
  }

  @Override
  public Product product() {
    return Product.DESKTOP;
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
    return settings.get().isReal() ? null : "CUSTOM";
  }

  @Override
  public @Nullable EndUserRecord find(String sourceId) throws ProviderProblem {
    EndUser found =
        exchange.endUsers().stream()
            .filter(user -> user.sourceId().equals(sourceId))
            // Should there be several, the one that was linked last is the one in use.
            .max(Comparator.comparing(u -> u.lastSuccessfulRequestAt().orElse(Instant.EPOCH)))
            .orElse(null);
    return found == null ? null : known(found);
  }

  @Override
  public EndUserRecord create(String sourceId, Profile profile) throws ProviderProblem {
    try {
      EndUser made =
          exchange.createEndUser(new NewEndUser(sourceId, profile.companyName(), profile.email()));
      return known(made);
    } catch (ProviderProblem problem) {
      throw ifUnknown(problem, "An end-user that was made is found again.");
    }
  }

  @Override
  public EndUserRecord read(String endUserId) throws ProviderProblem {
    try {
      return known(exchange.endUser(endUserId));
    } catch (ProviderProblem problem) {
      throw ifMissing(problem);
    }
  }

  private static EndUserRecord known(EndUser user) {
    return new EndUserRecord(
        user.id(),
        user.companyName(),
        user.lastRequestAt().orElse(null),
        user.lastSuccessfulRequestAt().orElse(null));
  }

  @Override
  public OpenLink openLink(String endUserId, URI afterwards) throws ProviderProblem {
    AuthSession session;
    try {
      session = exchange.createAuthSession(NewAuthSession.of(endUserId).redirectingTo(afterwards));
    } catch (ProviderProblem problem) {
      // All else in the request is ours and right, so what is refused is the key.
      throw problem.failure() instanceof RequestRejectedException refused
              && !(refused instanceof ObjectNotFoundException)
          ? refusedKey(refused)
          : ifUnknown(ifMissing(problem), "A link that was made and not received is of no use.");
    }
    if (!isSafe(session.authFlowUrl())) {
      throw refusedKey(
          new MisconfiguredException(
              "Conductor's link is not an https URL; check quickbooks.desktop.base-url.",
              ErrorDetails.of("QBC0235", clock.instant()).product(Product.DESKTOP).build(),
              null));
    }
    Duration life = Duration.between(session.createdAt(), session.expiresAt());
    return new OpenLink(session.authFlowUrl(), session.createdAt(), clock.instant().plus(life));
  }

  /** A link that users are sent to must not be anything but a page. */
  private boolean isSafe(Secret url) {
    String text = url.reveal();
    return text.startsWith("https://") || (!settings.get().isReal() && text.startsWith("http://"));
  }

  private static ProviderProblem refusedKey(QuickBooksException failure) {
    return ConductorAnswers.misconfigured(
        "Conductor made no link: "
            + failure.getMessage()
            + " Check publishable-key of the connector: it must be of the same Conductor project as"
            + " secret-key.",
        StatusReason.CLIENT_REFUSED,
        asDetails(failure, "QBC0233"),
        failure);
  }

  @Override
  public Duration healthCheck(String endUserId) throws ProviderProblem {
    try {
      return exchange.ping(endUserId, null);
    } catch (ProviderProblem problem) {
      throw ifMissing(problem);
    }
  }

  @Override
  public void delete(String endUserId) throws ProviderProblem {
    try {
      String unused = exchange.deleteEndUser(endUserId);
    } catch (ProviderProblem problem) {
      if (!(problem.failure() instanceof ObjectNotFoundException)) {
        throw problem;
      }
    }
  }

  /** A stored end-user that is not there: another project's key, or somebody deleted it there. */
  private static ProviderProblem ifMissing(ProviderProblem problem) {
    return problem.state() == ConnectionState.CONNECTED
            && problem.failure() instanceof ObjectNotFoundException missing
            && missing.integrationCode().isEmpty()
        ? ConductorAnswers.misconfigured(
            "The Conductor project of the configured secret-key does not know this end-user. Put"
                + " the right key back; or, if the end-user was deleted at Conductor, disconnect"
                + " the owner, who can then connect anew.",
            StatusReason.END_USER_MISSING,
            asDetails(missing, "QBC0234"),
            missing)
        : problem;
  }

  /** What is done once more without harm need not be looked into first. */
  private static ProviderProblem ifUnknown(ProviderProblem problem, String why) {
    return problem.failure() instanceof OutcomeUnknownException unknown
        ? new ProviderProblem(
            problem.state(),
            problem.reason(),
            new ProviderUnavailableException(
                "Conductor's answer was lost. " + why + " Try again.",
                asDetails(unknown, unknown.code()).build(),
                null,
                unknown))
        : problem;
  }

  /** Of a call to QuickBooks that found nothing: whether it is the end-user that is missing. */
  ProviderProblem ifEndUserMissing(ProviderProblem problem, String endUserId) {
    if (ifMissing(problem) == problem) {
      return problem;
    }
    try {
      EndUserRecord unused = read(endUserId);
      return problem;
    } catch (ProviderProblem missing) {
      return missing.reason() == StatusReason.END_USER_MISSING ? missing : problem;
    }
  }

  private static ErrorDetails.Builder asDetails(QuickBooksException failure, String code) {
    ErrorDetails.Builder details =
        ErrorDetails.of(code, failure.occurredAt())
            .product(Product.DESKTOP)
            .requestId(failure.requestId().orElse(null))
            .provider(failure.providerType().orElse(null), failure.providerCode().orElse(null));
    failure.httpStatus().ifPresent(details::httpStatus);
    failure.content().ifPresent(details::content);
    return details;
  }
}
