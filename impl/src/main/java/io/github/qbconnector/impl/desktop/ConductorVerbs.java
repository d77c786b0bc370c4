package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.desktop.AuthSession;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.desktop.NewAuthSession;
import io.github.qbconnector.desktop.NewEndUser;
import io.github.qbconnector.impl.connection.ProviderProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conductor's verbs, as applications hold them. */
public final class ConductorVerbs implements ConductorClient {
  private final ConductorExchange exchange;
  private final @Nullable Duration timeout;

  public ConductorVerbs(DesktopProvider provider) {
    this(provider.exchange(), null);
  }

  private ConductorVerbs(ConductorExchange exchange, @Nullable Duration timeout) {
    this.exchange = exchange;
    this.timeout = timeout;
  }

  private interface Verb<T> {
    T call() throws ProviderProblem;
  }

  private static <T> T answer(Verb<T> verb) {
    try {
      return verb.call();
    } catch (ProviderProblem problem) {
      throw problem.failure();
    }
  }

  @Override
  public EndUsers endUsers() {
    return new EndUsers() {
      @Override
      public EndUser create(NewEndUser endUser) {
        return answer(() -> exchange.createEndUser(endUser));
      }

      @Override
      public List<EndUser> list() {
        return answer(exchange::endUsers);
      }

      @Override
      public EndUser retrieve(String id) {
        return answer(() -> exchange.endUser(id));
      }

      @Override
      public Optional<EndUser> findBySourceId(String sourceId) {
        return list().stream().filter(user -> user.sourceId().equals(sourceId)).findFirst();
      }

      @Override
      public void delete(String id) {
        String unused = answer(() -> exchange.deleteEndUser(id));
      }
    };
  }

  @Override
  public AuthSessions authSessions() {
    return new AuthSessions() {
      @Override
      public AuthSession create(NewAuthSession request) {
        return answer(() -> exchange.createAuthSession(request));
      }

      @Override
      public Optional<AuthSession> find(String id) {
        return answer(() -> exchange.authSession(id));
      }
    };
  }

  @Override
  public Duration ping(String endUserId) {
    return answer(() -> exchange.ping(endUserId, timeout));
  }

  @Override
  public String passthrough(String endUserId, String request) {
    return answer(() -> exchange.passthrough(endUserId, request, timeout));
  }

  @Override
  public ConductorClient withTimeout(Duration limit) {
    if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(exchange.readTimeout()) > 0) {
      throw new IllegalArgumentException(
          "A time limit for QuickBooks is between 1 second and quickbooks.http.read-timeout: "
              + limit);
    }
    return new ConductorVerbs(exchange, limit);
  }
}
