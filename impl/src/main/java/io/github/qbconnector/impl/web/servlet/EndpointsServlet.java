package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.WebAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Serves the endpoints wherever there are servlets. */
public final class EndpointsServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Supplier<Endpoints> endpoints;

  /**
   * @param endpoints finds the endpoints when the first request comes
   */
  public EndpointsServlet(Supplier<Endpoints> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebAnswer answer = endpoints.get().handle(new ServletWebRequest(request));
    if (answer.login() && loginTakesOver(request, response)) {
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean loginTakesOver(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      // It challenges by writing the response; without a login configuration it throws.
      return !request.authenticate(response) && response.isCommitted();
    } catch (ServletException | RuntimeException e) {
      return response.isCommitted();
    }
  }
}
