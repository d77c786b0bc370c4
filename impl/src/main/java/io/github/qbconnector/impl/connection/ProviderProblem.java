package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A failed exchange, with what it means for the connection and what the caller is told. */
public final class ProviderProblem extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final ConnectionState state;
  private final StatusReason reason;
  private final QuickBooksException failure;
  private final transient @Nullable Secret newRefreshToken;

  /**
   * @param state {@code CONNECTED} if the failure says nothing against the connection
   */
  public ProviderProblem(ConnectionState state, StatusReason reason, QuickBooksException failure) {
    this(state, reason, failure, null);
  }

  private ProviderProblem(
      ConnectionState state,
      StatusReason reason,
      QuickBooksException failure,
      @Nullable Secret newRefreshToken) {
    super(failure.getMessage(), failure);
    this.state = state;
    this.reason = reason;
    this.failure = failure;
    this.newRefreshToken = newRefreshToken;
  }

  /** The same problem, from an answer that was good for one thing: it has a new refresh token. */
  public ProviderProblem withNewRefreshToken(Secret token) {
    return new ProviderProblem(state, reason, failure, token);
  }

  /** The refresh token that takes the place of the one used, though the exchange has failed. */
  @Nullable Secret newRefreshToken() {
    return newRefreshToken;
  }

  public ConnectionState state() {
    return state;
  }

  public StatusReason reason() {
    return reason;
  }

  public QuickBooksException failure() {
    return failure;
  }

  /** Whether QuickBooks itself was reached and has refused, which proves the connection good. */
  public boolean isFromQuickBooks() {
    return state == ConnectionState.CONNECTED
        && failure.integrationCode().isPresent()
        && failure.product().orElse(null) == Product.DESKTOP;
  }

  /** Whether the provider says that this grant has ended. */
  public boolean isTerminal() {
    return state == ConnectionState.RECONNECT_REQUIRED;
  }
}
