package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as a person sees it: what can be pressed, and where that leads. */
record Html(String text) {
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern LINK = Pattern.compile("<a class=\"primary\" href=\"([^\"]+)\">");

  /** A form with its hidden fields. */
  record Form(String action, Map<String, String> fields, boolean asksWho) {

    /** The fields, with what a person fills in. */
    Map<String, String> filledIn() {
      Map<String, String> all = new HashMap<>(fields);
      if (asksWho) {
        all.put("company", "Elm Street Hardware");
        all.put("email", "books@elm-street.example");
      }
      return all;
    }
  }

  static Html of(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Html(answer.body());
  }

  /** The first form. */
  Form form() {
    return forms().get(0);
  }

  /** The form that has this hidden field. */
  Form form(String name, String value) {
    return forms().stream()
        .filter(form -> value.equals(form.fields().get(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No form with " + name + "=" + value + ": " + text));
  }

  private List<Form> forms() {
    List<Form> forms =
        FORM.matcher(text)
            .results()
            .map(
                form ->
                    new Form(
                        unescape(form.group(1)),
                        fields(form.group(2)),
                        form.group(2).contains("name=\"company\"")))
            .toList();
    assertThat(forms).as(text).isNotEmpty();
    return forms;
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    Matcher hidden = HIDDEN.matcher(form);
    while (hidden.find()) {
      fields.put(hidden.group(1), unescape(hidden.group(2)));
    }
    return fields;
  }

  /** Where the way on leads. */
  String link() {
    return first(LINK);
  }

  /** The value of an attribute of an element. */
  String attribute(String element, String attribute) {
    return first(Pattern.compile("<[^>]*id=\"" + element + "\"[^>]* " + attribute + "=\"([^\"]*)"));
  }

  private String first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return unescape(matcher.group(1));
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
