package io.github.qbconnector.sample.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ways to answer. */
final class View {

  private View() {}

  static void show(HttpServletRequest request, HttpServletResponse response, String name)
      throws ServletException, IOException {
    Notice.show(request);
    request.getRequestDispatcher("/WEB-INF/jsp/" + name + ".jsp").forward(request, response);
  }

  /** Sends the browser on with a GET, also after a POST. */
  static void goTo(HttpServletRequest request, HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + path);
  }
}
