package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.WebAnswer;
import io.github.qbconnector.servlet.ContainerLogin;
import io.github.qbconnector.servlet.WholeAnswer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the endpoints wherever there are servlets. */
public final class EndpointsServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Supplier<@Nullable Endpoints> endpoints;

  /**
   * @param endpoints finds the endpoints, if there are any
   */
  public EndpointsServlet(Supplier<@Nullable Endpoints> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Endpoints served = endpoints.get();
    if (served == null) {
      WholeAnswer.NOT_STARTED.writeTo(response);
      return;
    }
    // Forms come in the encoding of our pages, whatever the application's own pages have.
    request.setCharacterEncoding("UTF-8");
    ServletWebRequest asked = new ServletWebRequest(request);
    // Credentials that come unasked count, also where the container protects nothing.
    if (asked.callerName() == null
        && asked.header("Authorization") != null
        && ContainerLogin.attempt(request, response) == ContainerLogin.ASKED) {
      return;
    }
    WebAnswer answer = served.handle(asked);
    if (answer.login()) {
      ContainerLogin login = ContainerLogin.attempt(request, response);
      if (login == ContainerLogin.ASKED) {
        return;
      }
      answer = login == ContainerLogin.KNOWN ? served.handle(asked) : answer;
    }
    answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    new WholeAnswer(answer.status(), answer.headers(), answer.body()).writeTo(response);
  }
}
