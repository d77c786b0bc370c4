package io.github.qbconnector.compatibility.app.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls for an owner, without any transaction. */
@WebServlet("/call")
public class CallServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Work work;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(work.call(request.getParameter("owner")));
  }
}
