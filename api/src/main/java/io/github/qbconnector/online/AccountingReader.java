package io.github.qbconnector.online;

import io.github.qbconnector.Experimental;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the Accounting API, version 3 (Intuit, "QuickBooks Online Accounting API": read and
 * query). Every method makes one metered call at Intuit, or two if the access token was refused and
 * renewed; blocks at most {@code quickbooks.http.read-timeout} for each; repeats a read that failed
 * on the way as the Fault Tolerance settings say.
 *
 * <p>All methods throw
 *
 * <ul>
 *   <li>{@link io.github.qbconnector.error.NotConnectedException} and {@link
 *       io.github.qbconnector.error.ReconnectRequiredException} where the user has to act,
 *   <li>{@link io.github.qbconnector.error.MisconfiguredException} where operations have to,
 *   <li>{@link io.github.qbconnector.error.ProviderUnavailableException} where waiting helps,
 *   <li>{@link io.github.qbconnector.error.RequestRejectedException} where the request is wrong.
 * </ul>
 */
@Experimental
public interface AccountingReader {

  /**
   * The company itself.
   *
   * @return its name and other facts
   */
  CompanyInfo companyInfo();

  /**
   * Reads one object by its id and maps it by the server's JSON-B.
   *
   * @param <T> the application's class for the object
   * @param entity Intuit's name of the entity, for instance {@code Invoice}
   * @param id the object's id
   * @param type the application's class; its property names are Intuit's, for instance {@code
   *     DocNumber} by {@code @JsonbProperty}
   * @return the object; empty if there is none of that id
   */
  <T> Optional<T> find(String entity, String id, Class<T> type);

  /**
   * Runs one query and maps its rows by the server's JSON-B. Intuit returns at most 1,000 rows for
   * one statement (100 without {@code MAXRESULTS}).
   *
   * @param <T> the application's class for a row
   * @param statement a statement of Intuit's query language, for instance {@code SELECT * FROM
   *     Invoice ORDERBY TxnDate DESC MAXRESULTS 20}
   * @param type the application's class
   * @return the rows; empty if none match
   */
  <T> List<T> query(String statement, Class<T> type);

  /**
   * Runs one query and returns Intuit's answer as it came.
   *
   * @param statement as for {@link #query(String, Class)}
   * @return the JSON document, {@code QueryResponse} and {@code time} included
   */
  String queryJson(String statement);
}
