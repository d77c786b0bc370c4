package io.github.qbconnector.compatibility.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import javax.management.ObjectInstance;

/** Lists what is registered for operations to look at: a name and a class in each line. */
@WebServlet("/mbeans")
public class MBeansServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter lines = response.getWriter();
    for (ObjectInstance bean : ManagementFactory.getPlatformMBeanServer().queryMBeans(null, null)) {
      lines.println(bean.getObjectName() + " " + bean.getClassName());
    }
  }
}
