package io.github.qbconnector.error;

import io.github.qbconnector.Product;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failure besides its type; carried by every {@link QuickBooksException}.
 * Immutable. Made by the connector; applications read it through the exception's methods.
 */
public final class ErrorDetails implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Longest content that is kept, in characters. */
  public static final int MAX_CONTENT = 4_096;

  private final String code;
  private final @Nullable Product product;
  private final @Nullable String userMessage;
  private final @Nullable String requestId;
  private final @Nullable Integer httpStatus;
  private final @Nullable String content;
  private final @Nullable String providerType;
  private final @Nullable String providerCode;
  private final @Nullable String integrationCode;
  private final Instant occurredAt;

  private ErrorDetails(Builder builder) {
    this.code = builder.code;
    this.product = builder.product;
    this.userMessage = builder.userMessage;
    this.requestId = builder.requestId;
    this.httpStatus = builder.httpStatus;
    this.content = builder.content;
    this.providerType = builder.providerType;
    this.providerCode = builder.providerCode;
    this.integrationCode = builder.integrationCode;
    this.occurredAt = builder.occurredAt;
  }

  /**
   * Begins the details of a failure.
   *
   * @param code the number of our own message, {@code QBC0001} and up; see the reference
   * @param occurredAt when it happened
   * @return a builder
   */
  public static Builder of(String code, Instant occurredAt) {
    return new Builder(code, occurredAt);
  }

  String code() {
    return code;
  }

  Optional<Product> product() {
    return Optional.ofNullable(product);
  }

  Optional<String> userMessage() {
    return Optional.ofNullable(userMessage);
  }

  Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  Optional<Integer> httpStatus() {
    return Optional.ofNullable(httpStatus);
  }

  Optional<String> content() {
    return Optional.ofNullable(content);
  }

  Optional<String> providerType() {
    return Optional.ofNullable(providerType);
  }

  Optional<String> providerCode() {
    return Optional.ofNullable(providerCode);
  }

  Optional<String> integrationCode() {
    return Optional.ofNullable(integrationCode);
  }

  Instant occurredAt() {
    return occurredAt;
  }

  /** Collects details; not safe for use by several threads. */
  public static final class Builder {
    private final String code;
    private final Instant occurredAt;
    private @Nullable Product product;
    private @Nullable String userMessage;
    private @Nullable String requestId;
    private @Nullable Integer httpStatus;
    private @Nullable String content;
    private @Nullable String providerType;
    private @Nullable String providerCode;
    private @Nullable String integrationCode;

    private Builder(String code, Instant occurredAt) {
      this.code = code;
      this.occurredAt = occurredAt;
    }

    /**
     * Sets the product the failing exchange belonged to.
     *
     * @param value the product
     * @return this
     */
    public Builder product(Product value) {
      this.product = value;
      return this;
    }

    /**
     * Sets a sentence for the user of the application.
     *
     * @param value plain text
     * @return this
     */
    public Builder userMessage(String value) {
      this.userMessage = value;
      return this;
    }

    /**
     * Sets the provider's id of the exchange.
     *
     * @param value {@code intuit_tid} or Conductor's request id, if there was one
     * @return this
     */
    public Builder requestId(@Nullable String value) {
      this.requestId = value;
      return this;
    }

    /**
     * Sets the status of the provider's answer.
     *
     * @param value the HTTP status
     * @return this
     */
    public Builder httpStatus(int value) {
      this.httpStatus = value;
      return this;
    }

    /**
     * Sets the provider's answer, already free of secrets; cut to {@link #MAX_CONTENT}.
     *
     * @param value the redacted content
     * @return this
     */
    public Builder content(String value) {
      this.content = value.length() <= MAX_CONTENT ? value : value.substring(0, MAX_CONTENT);
      return this;
    }

    /**
     * Sets the provider's own type and code of the error.
     *
     * @param type for instance {@code ValidationFault}
     * @param providersCode for instance {@code 5010} or {@code invalid_grant}
     * @return this
     */
    public Builder provider(@Nullable String type, @Nullable String providersCode) {
      this.providerType = type;
      this.providerCode = providersCode;
      return this;
    }

    /**
     * Sets the code of the system behind the provider.
     *
     * @param value for instance a QuickBooks Desktop status code
     * @return this
     */
    public Builder integrationCode(String value) {
      this.integrationCode = value;
      return this;
    }

    /**
     * Ends the collection.
     *
     * @return the details
     */
    public ErrorDetails build() {
      return new ErrorDetails(this);
    }
  }
}
