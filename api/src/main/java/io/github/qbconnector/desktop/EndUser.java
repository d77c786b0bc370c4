package io.github.qbconnector.desktop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Conductor's record of one company's QuickBooks Desktop.
 *
 * @param id Conductor's id, {@code end_usr_…}
 * @param sourceId the application's id; the owner where the connector created it
 * @param companyName the name it was created with
 * @param email the address it was created with; identification only, nothing is sent there
 * @param createdAt when it was created, by Conductor's clock
 * @param integrationConnections its links to a machine; an entry appears when the set-up begins and
 *     does not mean that it was finished
 */
public record EndUser(
    String id,
    String sourceId,
    String companyName,
    String email,
    Instant createdAt,
    List<IntegrationConnection> integrationConnections) {

  /** Copies. */
  public EndUser {
    integrationConnections = List.copyOf(integrationConnections);
  }

  /**
   * When QuickBooks last answered, over all links: the proof that the set-up was finished once.
   *
   * @return the moment by Conductor's clock; empty if it never did
   */
  public Optional<Instant> lastSuccessfulRequestAt() {
    return integrationConnections.stream()
        .flatMap(connection -> connection.lastSuccessfulRequestAt().stream())
        .max(Instant::compareTo);
  }

  /**
   * When QuickBooks was last asked, over all links.
   *
   * @return the moment by Conductor's clock; empty if it never was
   */
  public Optional<Instant> lastRequestAt() {
    return integrationConnections.stream()
        .flatMap(connection -> connection.lastRequestAt().stream())
        .max(Instant::compareTo);
  }

  /**
   * One link to a machine.
   *
   * @param id Conductor's id, {@code int_conn_…}
   * @param integrationSlug which program, {@code quickbooks_desktop}
   * @param createdAt when its set-up began
   * @param lastRequestAt when it was last asked
   * @param lastSuccessfulRequestAt when it last answered
   */
  public record IntegrationConnection(
      String id,
      String integrationSlug,
      Instant createdAt,
      Optional<Instant> lastRequestAt,
      Optional<Instant> lastSuccessfulRequestAt) {}
}
