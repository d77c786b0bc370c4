package io.github.qbconnector.compatibility.app.sessions;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Collections;

/** Says what is in the session, and whether it could go to another node. */
@WebServlet("/contents")
public class ContentsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession();
    for (String name : Collections.list(session.getAttributeNames())) {
      Object value = session.getAttribute(name);
      response.getWriter().println(name + " of " + value.getClass().getName() + fate(value));
    }
  }

  private static String fate(Object value) {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(value);
      return " goes along";
    } catch (IOException e) {
      return " CANNOT GO: " + e;
    }
  }
}
