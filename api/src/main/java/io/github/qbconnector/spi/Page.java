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
 * @param handover a link to be opened on another machine, if the page is about one
 * @param progress what the page waits for, if it waits; a script may follow it live
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
    Optional<Handover> handover,
    Optional<Progress> progress,
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
   * @param inputs what the form asks the user
   */
  public record Action(
      String label, String href, boolean post, Map<String, String> fields, List<Input> inputs) {

    /**
     * A form that posts and asks nothing.
     *
     * @param label its button's text
     * @param href where it goes
     * @param fields hidden fields
     * @return the action
     */
    public static Action post(String label, String href, Map<String, String> fields) {
      return new Action(label, href, true, fields, List.of());
    }

    /**
     * A plain link.
     *
     * @param label its text
     * @param href where it goes
     * @return the action
     */
    public static Action link(String label, String href) {
      return new Action(label, href, false, Map.of(), List.of());
    }
  }

  /**
   * One question of a form; all are required.
   *
   * @param name the field's name
   * @param label the question
   * @param type the type of the HTML input, {@code text} or {@code email}
   * @param autocomplete what the browser may fill in, as HTML names it
   * @param maxLength the longest answer, in characters
   * @param value what is filled in already
   */
  public record Input(
      String name, String label, String type, String autocomplete, int maxLength, String value) {}

  /**
   * A link to be opened on another machine: to copy, to mail, to open here.
   *
   * @param url the link, absolute; a secret of the user's
   * @param label what it is
   * @param copyLabel the text of the button that copies it
   * @param copiedLabel what that button says afterwards
   * @param mailto a link that writes a mail with it
   * @param mailLabel that link's text
   * @param timeLeft how long it still works
   * @param expiryText what the user is told about that, in words that need no script
   * @param countdownText the same for a script, with {@code {0}} where the time left belongs
   */
  public record Handover(
      String url,
      String label,
      String copyLabel,
      String copiedLabel,
      String mailto,
      String mailLabel,
      Duration timeLeft,
      String expiryText,
      String countdownText) {

    @Override
    public String toString() {
      return "Handover[" + label + "]";
    }
  }

  /**
   * Something the page waits for.
   *
   * @param statusHref answers JSON with the member {@code state}
   * @param every how often to ask
   * @param text what the user is told meanwhile
   */
  public record Progress(String statusHref, Duration every, String text) {}
}
