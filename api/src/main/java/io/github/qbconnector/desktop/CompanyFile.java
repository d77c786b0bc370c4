package io.github.qbconnector.desktop;

import io.github.qbconnector.Experimental;
import java.util.List;
import java.util.Optional;

/**
 * One owner's company file, through Conductor (OpenAPI document 14.23.6, {@code
 * /quickbooks-desktop/…}). QuickBooks answers one request at a time; others wait their turn. Every
 * call blocks until QuickBooks has answered or {@code quickbooks.http.read-timeout} is over.
 *
 * <p>All methods throw
 *
 * <ul>
 *   <li>{@link io.github.qbconnector.error.NotConnectedException} and {@link
 *       io.github.qbconnector.error.ReconnectRequiredException} where the user has to connect,
 *   <li>{@link io.github.qbconnector.error.DesktopOfflineException} where the user has to look at
 *       the machine that runs QuickBooks; its {@code userMessage()} says what to do there,
 *   <li>{@link io.github.qbconnector.error.MisconfiguredException} where operations have to act,
 *   <li>{@link io.github.qbconnector.error.ProviderUnavailableException} where waiting helps,
 *   <li>{@link io.github.qbconnector.error.RequestRejectedException} where QuickBooks or Conductor
 *       refuses the request; the {@code integrationCode()} is QuickBooks' own status.
 * </ul>
 */
@Experimental
public interface CompanyFile {

  /**
   * The company itself ({@code GET /quickbooks-desktop/company}).
   *
   * @return its names
   */
  DesktopCompany company();

  /**
   * Reads one object by its id and maps it by the server's JSON-B.
   *
   * @param <T> the application's class for the object
   * @param resource Conductor's name of the resource, for instance {@code invoices}
   * @param id QuickBooks' id of the object
   * @param type the application's class; its property names are Conductor's
   * @return the object; empty if QuickBooks has none of that id
   */
  <T> Optional<T> find(String resource, String id, Class<T> type);

  /**
   * Reads one object by its id, for applications without JSON-B.
   *
   * @param resource Conductor's name of the resource
   * @param id QuickBooks' id of the object
   * @return the JSON object as it came; empty if QuickBooks has none of that id
   */
  Optional<String> findJson(String resource, String id);

  /**
   * Reads a list, all its pages one right after the other (a page must follow within ten seconds),
   * and maps its objects by the server's JSON-B. QuickBooks keeps its own order.
   *
   * @param <T> the application's class for an object
   * @param query which objects, and at most how many
   * @param type the application's class; its property names are Conductor's
   * @return the objects; empty if none match, also where a name or number that the query asks for
   *     does not exist
   */
  <T> List<T> list(DesktopQuery query, Class<T> type);

  /**
   * Reads a list like {@link #list}, for applications without JSON-B.
   *
   * @param query which objects, and at most how many
   * @return a JSON array of the objects as they came
   */
  String listJson(DesktopQuery query);

  /**
   * Sends a request of QuickBooks' own language (qbXML) as JSON and returns its answer as it came:
   * {@code {"InvoiceQueryRq": {"MaxReturned": 10}}}. A request whose name ends in {@code QueryRq}
   * is a read and may be repeated; every other is a write and never is.
   *
   * @param request a JSON object with exactly one member, the request by its name
   * @return the JSON object with the answer; a query that found nothing has no {@code …Ret} in it
   * @throws io.github.qbconnector.error.OutcomeUnknownException if a write was sent and its answer
   *     was lost or came too late: it may be in QuickBooks; look before you repeat it
   * @throws IllegalArgumentException if the request is not such an object
   */
  String passthrough(String request);
}
