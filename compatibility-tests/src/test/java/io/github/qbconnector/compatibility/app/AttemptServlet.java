package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page behind the gate that expects a call to be refused and says how. */
@WebServlet("/gated/attempt")
public class AttemptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    try {
      quickBooks.connection("anybody").accounting().companyInfo();
      response.getWriter().print("read");
    } catch (QuickBooksException e) {
      response.getWriter().print(e.getClass().getSimpleName() + " " + e.code());
    }
  }
}
