package io.github.qbconnector.sample.it;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An answer as a browser sees it.
 *
 * @param headers all headers, one line each
 */
record Page(URI url, int status, Map<String, List<String>> headers, String body) {

  Document html() {
    return Jsoup.parse(body, url.toString());
  }

  boolean has(String css) {
    return html().selectFirst(css) != null;
  }

  Element element(String css) {
    Element found = html().selectFirst(css);
    if (found == null) {
      throw new AssertionError("There is no " + css + " on " + this);
    }
    return found;
  }

  String text(String css) {
    return element(css).text();
  }

  /** Which of the connector's pages this is. */
  String name() {
    return has("main[id]") ? element("main[id]").id() : "";
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(h -> h.getKey().equalsIgnoreCase(name))
        .flatMap(h -> h.getValue().stream())
        .findFirst();
  }

  Optional<URI> location() {
    return header("Location").map(url::resolve);
  }

  /** Where the page goes on to by itself. */
  URI refresh() {
    String content = element("meta[http-equiv=refresh]").attr("content");
    return url.resolve(content.substring(content.indexOf(";url=") + 5));
  }

  URI href(String css) {
    return URI.create(element(css).absUrl("href"));
  }

  /** The fields of the form that an element stands in, with the button itself if it has a name. */
  Map<String, String> fields(String css) {
    Element button = element(css);
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element input : form(button).select("input[name]")) {
      if (!input.attr("type").equals("radio") || input.hasAttr("checked")) {
        fields.put(input.attr("name"), input.attr("value"));
      }
    }
    if (button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    return fields;
  }

  URI action(String css) {
    String action = form(element(css)).attr("action");
    return action.isEmpty() ? url : url.resolve(action);
  }

  private static Element form(Element inside) {
    Element form = inside.is("form") ? inside : inside.closest("form");
    if (form == null) {
      throw new AssertionError("Not in a form: " + inside);
    }
    return form;
  }

  /** Short, for messages of failed tests. */
  @Override
  public String toString() {
    String text = html().text();
    return status
        + " "
        + url.getPath()
        + " “"
        + text.substring(0, Math.min(300, text.length()))
        + "”";
  }
}
