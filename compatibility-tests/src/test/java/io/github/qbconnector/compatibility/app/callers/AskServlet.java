package io.github.qbconnector.compatibility.app.callers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives errands to the callers of the application, for those who are logged in and for nobody. */
@WebServlet({"/ask", "/members/ask"})
public class AskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Any @Inject private transient Instance<Caller> callers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = callers.select(NamedLiteral.of(request.getParameter("by"))).get();
    Errand errand =
        Errand.of(
            request.getParameter("owner"), Boolean.parseBoolean(request.getParameter("undone")));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(Outcome.of(caller, errand).text());
  }
}
