package io.github.qbconnector.simulator.control;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

/** Writes the parts that the control page repeats: tables and forms of one button. */
final class ControlMarkup {

  private final StringBuilder html;

  ControlMarkup(StringBuilder html) {
    this.html = html;
  }

  void headings(String... names) {
    for (String name : names) {
      html.append("<th scope=\"col\">").append(name).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  void cell(String content) {
    html.append("<td>").append(content).append("</td>");
  }

  void button(String action, String label, String name, String value) {
    button(action, label, name, value, label);
  }

  void button(String action, String label, String name, String value, String spoken) {
    html.append("<form class=\"inline\" method=\"post\"><input type=\"hidden\" name=\"action\"");
    html.append(" value=\"").append(action).append("\">");
    if (!name.isEmpty()) {
      html.append("<input type=\"hidden\" name=\"").append(name);
      html.append("\" value=\"").append(escape(value)).append("\">");
    }
    html.append("<button type=\"submit\" aria-label=\"").append(escape(spoken)).append("\">");
    html.append(label).append("</button></form>\n");
  }
}
