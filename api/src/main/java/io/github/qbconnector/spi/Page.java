package io.github.qbconnector.spi;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Experimental;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What must be on one of the connector's pages. Texts are plain text in the user's language: escape
 * them.
 *
 * @param name which page it is, a stable word such as {@code connect}, {@code connected}, {@code
 *     cancelled}, {@code unavailable}
 * @param locale the language of the texts
 * @param title the document's title and first heading
 * @param tone how the message is meant
 * @param paragraphs the text
 * @param facts names and values to list, in order
 * @param actions what the user can do here, the most likely first
 * @param refresh where the browser goes by itself, if anywhere
 * @param environment a label for environments that are not production, to be shown on every page
 * @param state the connection's state, where the page is about one
 * @param basePath the path of the connector's own resources, without a trailing slash
 */
@Experimental
public record Page(
    String name,
    Locale locale,
    String title,
    Tone tone,
    List<String> paragraphs,
    Map<String, String> facts,
    List<Action> actions,
    Optional<Refresh> refresh,
    Optional<String> environment,
    Optional<ConnectionState> state,
    String basePath) {

  /** How a message is meant. */
  public enum Tone {
    /** Neither good nor bad. */
    NEUTRAL,
    /** Something went well. */
    SUCCESS,
    /** Something needs attention. */
    WARNING
  }

  /**
   * Where the browser goes without anybody's doing.
   *
   * @param after after what time
   * @param href where to
   */
  public record Refresh(Duration after, String href) {}

  /**
   * Something the user can do.
   *
   * @param label the button's or link's text
   * @param href where it goes
   * @param post whether it is a form that posts {@code fields}; else a plain link
   * @param fields hidden fields of the form, the CSRF token among them
   */
  public record Action(String label, String href, boolean post, Map<String, String> fields) {

    /**
     * A plain link.
     *
     * @param label its text
     * @param href where it goes
     * @return the action
     */
    public static Action link(String label, String href) {
      return new Action(label, href, false, Map.of());
    }
  }
}
