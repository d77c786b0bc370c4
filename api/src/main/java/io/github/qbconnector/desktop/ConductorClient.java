package io.github.qbconnector.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Conductor's own verbs with the configured keys, for applications that keep end-users themselves.
 * Nothing here touches stored connections or owners; connections as the connector keeps them are
 * {@link DesktopConnector}'s.
 *
 * <p>Injectable like the connector, also by {@code @QuickBooks("name")}. Safe for use by many
 * threads. Every method makes one call to Conductor (the list of end-users has no pages there) and
 * blocks at most {@code quickbooks.http.read-timeout}. Reads are repeated as the Fault Tolerance
 * settings say, writes never.
 *
 * <p>All methods throw the exceptions of {@link CompanyFile}; each carries Conductor's type, code,
 * user-facing message, integration code, request id and HTTP status. Source: Conductor's OpenAPI
 * document 14.23.6; {@link AuthSessions#find} and the old ping are of the generation before it.
 */
public interface ConductorClient {

  /**
   * The end-users of the project.
   *
   * @return the verbs
   */
  EndUsers endUsers();

  /**
   * The sessions by which end-users link their machine.
   *
   * @return the verbs
   */
  AuthSessions authSessions();

  /**
   * Asks the end-user's QuickBooks for a sign of life, all the way: Conductor, Web Connector,
   * QuickBooks and back. {@code GET /quickbooks-desktop/health-check}, limited to 60 seconds by
   * Conductor; where that is not served, the older {@code GET /end-users/{id}/ping/…}.
   *
   * @param endUserId Conductor's id
   * @return how long it took, as Conductor measured it
   */
  Duration ping(String endUserId);

  /**
   * Sends a request of QuickBooks' own language; see {@link CompanyFile#passthrough}.
   *
   * @param endUserId Conductor's id
   * @param request a JSON object with exactly one member
   * @return the JSON object with the answer
   * @throws io.github.qbconnector.error.OutcomeUnknownException if a write was sent and its answer
   *     was lost or came too late
   * @throws IllegalArgumentException if the request is not such an object
   */
  String passthrough(String endUserId, String request);

  /**
   * The same verbs with another limit for QuickBooks: sent as {@code Conductor-Timeout-Seconds}
   * with pings and passthrough requests. Without it Conductor waits 90 seconds.
   *
   * @param timeout 1 second up to {@code quickbooks.http.read-timeout}, beyond which nobody listens
   * @return a client for the same project
   * @throws IllegalArgumentException if the time is out of bounds
   */
  ConductorClient withTimeout(Duration timeout);

  /** {@code /end-users}. */
  interface EndUsers {

    /**
     * Creates an end-user.
     *
     * @param endUser what to create
     * @return it, with its id
     * @throws io.github.qbconnector.error.RequestRejectedException if there is one with the same
     *     {@code sourceId} already
     * @throws io.github.qbconnector.error.OutcomeUnknownException if the answer was lost; find it
     *     by its {@code sourceId}
     */
    EndUser create(NewEndUser endUser);

    /**
     * All end-users of the project.
     *
     * @return them, in Conductor's order
     */
    List<EndUser> list();

    /**
     * One end-user.
     *
     * @param id Conductor's id
     * @return it
     * @throws io.github.qbconnector.error.ObjectNotFoundException if the project has none of that
     *     id
     */
    EndUser retrieve(String id);

    /**
     * The end-user that the application knows by this id of its own. Conductor cannot look that up:
     * this reads the whole list.
     *
     * @param sourceId the application's id
     * @return it, if there is one
     */
    Optional<EndUser> findBySourceId(String sourceId);

    /**
     * Deletes an end-user and its connection for good.
     *
     * @param id Conductor's id
     * @throws io.github.qbconnector.error.ObjectNotFoundException if the project has none of that
     *     id
     */
    void delete(String id);
  }

  /** {@code /auth-sessions}. */
  interface AuthSessions {

    /**
     * Creates a session with the configured publishable key.
     *
     * @param request for whom, for how long, and where the browser goes afterwards
     * @return it, with the link to open on the machine that runs QuickBooks
     */
    AuthSession create(NewAuthSession request);

    /**
     * One session, where Conductor still serves that.
     *
     * @param id Conductor's id
     * @return it; empty if Conductor has none of that id or does not serve the request any more
     */
    Optional<AuthSession> find(String id);
  }
}
