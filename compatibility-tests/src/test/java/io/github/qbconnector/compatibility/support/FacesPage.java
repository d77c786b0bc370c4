package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Faces page in a browser: what its script sends when a button of its form is pressed.
 *
 * @param path where it is
 * @param viewState what the server gave with it
 */
public record FacesPage(Browser browser, String path, String viewState) {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

  /** Loads a page. */
  public static FacesPage open(Browser browser, String path) {
    return of(browser, path, browser.open(path));
  }

  /** A page that was loaded. */
  public static FacesPage of(Browser browser, String path, HttpResponse<String> page) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    Matcher state = VIEW_STATE.matcher(page.body());
    assertThat(state.find()).as(page.body()).isTrue();
    return new FacesPage(browser, path, state.group(1));
  }

  /** Presses a button, and the page updates a part of itself. */
  public HttpResponse<String> update(String form, String button, String part) {
    Map<String, String> fields = new HashMap<>(fields(form));
    fields.put("jakarta.faces.source", form + ":" + button);
    fields.put("jakarta.faces.partial.event", "click");
    fields.put("jakarta.faces.behavior.event", "action");
    fields.put("jakarta.faces.partial.execute", form + ":" + button + " " + form);
    fields.put("jakarta.faces.partial.render", form + ":" + part);
    fields.put("jakarta.faces.partial.ajax", "true");
    return browser.submit(
        path, fields, Map.of("Faces-Request", "partial/ajax", "Accept", "application/xml, */*"));
  }

  /** Presses a button where scripts are off. */
  public HttpResponse<String> submit(String form, String button) {
    Map<String, String> fields = new HashMap<>(fields(form));
    fields.put(form + ":" + button, "Load");
    return browser.submit(path, fields);
  }

  private Map<String, String> fields(String form) {
    // Both implementations mark a form that was sent, each in its way.
    return Map.of(form, form, form + "_SUBMIT", "1", "jakarta.faces.ViewState", viewState);
  }
}
