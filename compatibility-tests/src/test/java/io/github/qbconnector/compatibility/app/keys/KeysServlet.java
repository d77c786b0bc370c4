package io.github.qbconnector.compatibility.app.keys;

import io.github.qbconnector.StoreKeys;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what it is told of the keys, or what an enterprise bean is. */
@WebServlet("/keys")
public class KeysServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient StoreKeys keys;
  @Inject private transient KeysBean bean;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(request.getParameter("by").equals("bean") ? bean.told() : ToldKeys.by(keys).text());
  }
}
