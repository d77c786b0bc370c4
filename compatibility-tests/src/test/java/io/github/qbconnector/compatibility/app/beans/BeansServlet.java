package io.github.qbconnector.compatibility.app.beans;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;

/** A caller of enterprise beans with work of its own in the same transaction. */
@WebServlet("/beans")
public class BeansServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Instance<StatelessBooks> stateless;
  @Inject private transient Instance<StatefulBooks> stateful;
  @Inject private transient Instance<SingletonBooks> singleton;
  @Inject private transient UserTransaction transaction;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Books books =
        switch (request.getParameter("bean")) {
          case "stateless" -> stateless.get();
          case "stateful" -> stateful.get();
          default -> singleton.get();
        };
    try {
      response.setContentType("text/plain;charset=UTF-8");
      String owner = request.getParameter("owner");
      response
          .getWriter()
          .print(
              new CallersTransaction(transaction)
                  .report(() -> owner == null ? books.companyOfCaller() : books.companyOf(owner)));
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
