package io.github.qbconnector.compatibility.app.own;

import io.github.qbconnector.spi.Page;
import io.github.qbconnector.spi.PageRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** The application's own look, as plain as can be. */
@ApplicationScoped
public class OwnPages implements PageRenderer {

  @Override
  public String render(Page page) {
    String forms =
        page.actions().stream()
            .filter(Page.Action::post)
            .map(
                action ->
                    "<form method=\"post\" action=\""
                        + action.href()
                        + "\">"
                        + action.fields().entrySet().stream()
                            .map(
                                field ->
                                    "<input type=\"hidden\" name=\""
                                        + field.getKey()
                                        + "\" value=\""
                                        + field.getValue().replace("&", "&amp;")
                                        + "\">")
                            .collect(Collectors.joining())
                        + "</form>")
            .collect(Collectors.joining());
    String link =
        page.refresh()
            .map(to -> "<a class=\"primary\" href=\"" + to.href().replace("&", "&amp;") + "\">")
            .orElse("");
    return "<!DOCTYPE html><title>own look: " + page.name() + "</title>" + forms + link;
  }
}
