package io.github.qbconnector.compatibility.app.products;

import io.github.qbconnector.compatibility.app.beans.CallersTransaction;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;

/** A caller of the enterprise beans. */
@WebServlet("/beans/*")
public class ProductBeansServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Instance<StatelessProducts> stateless;
  @Inject private transient Instance<StatefulProducts> stateful;
  @Inject private transient Instance<SingletonProducts> singleton;
  @Inject private transient UserTransaction transaction;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    TwoProducts bean =
        switch (request.getParameter("bean")) {
          case "stateless" -> stateless.get();
          case "stateful" -> stateful.get();
          default -> singleton.get();
        };
    String owner = request.getParameter("owner");
    try {
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getWriter()
          .print(
              request.getPathInfo().equals("/injected")
                  ? bean.injected()
                  : new CallersTransaction(transaction)
                      .report(
                          () -> owner == null ? bean.companyOfCaller() : bean.companyOf(owner)));
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
