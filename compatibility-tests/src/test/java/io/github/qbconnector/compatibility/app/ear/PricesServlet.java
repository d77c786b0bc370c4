package io.github.qbconnector.compatibility.app.ear;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that needs no connection, of an enterprise bean in another module. */
@WebServlet("/prices")
public class PricesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // the server sees to it
  @EJB
  private transient Prices prices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(prices.of("rye bread"));
  }
}
