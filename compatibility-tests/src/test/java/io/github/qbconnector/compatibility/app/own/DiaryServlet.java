package io.github.qbconnector.compatibility.app.own;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Shows the diary. */
@WebServlet("/diary")
public class DiaryServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient ConnectionDiary diary;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(String.join("\n", diary.entries()));
  }
}
