package io.github.qbconnector.benchmarks;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** All that the empty WAR has. */
@WebServlet("/empty")
public class EmptyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
}
