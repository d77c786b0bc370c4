package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose users link a machine of theirs and whose connections are end-users. Methods that
 * throw {@link ProviderProblem} call the provider and block within its time limits.
 */
public interface EndUserProvider extends Provider {

  /**
   * What the provider knows of an end-user.
   *
   * @param lastRequestAt when QuickBooks was last asked, by the provider's clock
   * @param lastSuccessAt when QuickBooks last answered, by the provider's clock
   */
  record EndUserRecord(
      String id,
      String companyName,
      @Nullable Instant lastRequestAt,
      @Nullable Instant lastSuccessAt) {

    /**
     * When QuickBooks last answered, but never later than our now: clocks differ a little.
     *
     * @return {@code null} if it never did
     */
    @Nullable Instant lastSuccessBy(Instant now) {
      return lastSuccessAt != null && lastSuccessAt.isAfter(now) ? now : lastSuccessAt;
    }

    /** Whether QuickBooks was asked later than it last answered. */
    boolean isAskedSinceSuccess() {
      return lastSuccessAt != null && lastRequestAt != null && lastRequestAt.isAfter(lastSuccessAt);
    }
  }

  /** The end-user that was made for an owner; {@code null} if there is none. */
  @Nullable EndUserRecord find(String sourceId) throws ProviderProblem;

  /** Makes an end-user for an owner who has none. */
  EndUserRecord create(String sourceId, Profile profile) throws ProviderProblem;

  /** Reads an end-user; wakes nobody. */
  EndUserRecord read(String endUserId) throws ProviderProblem;

  /**
   * Makes a link to connect with.
   *
   * @param afterwards where the browser goes that used it
   */
  OpenLink openLink(String endUserId, URI afterwards) throws ProviderProblem;

  /** Asks the user's QuickBooks for a sign of life; tells how long that took. */
  Duration healthCheck(String endUserId) throws ProviderProblem;

  /** Deletes an end-user; one that is gone already counts as success. */
  void delete(String endUserId) throws ProviderProblem;
}
