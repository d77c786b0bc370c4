package io.github.qbconnector.compatibility.app.sessions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that keeps things in the session, by a bean and by itself. */
@WebServlet("/gated/basket")
public class BasketServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Basket basket;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession().setAttribute("note", "by " + request.getRemoteUser());
    response.getWriter().print(basket.add());
  }
}
