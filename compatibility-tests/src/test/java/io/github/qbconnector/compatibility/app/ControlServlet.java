package io.github.qbconnector.compatibility.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** A page of an application without the connector, which uses CDI and the database too. */
@WebServlet("/gated/company")
public class ControlServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Marker MARKER = new Marker();

  @Inject private transient Greeting greeting;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(MARKER.hello() + greeting.text());
  }

  /** One instance per class loader: a histogram of the heap counts loaders by it. */
  public static final class Marker {
    String hello() {
      return "hello ";
    }
  }

  /** A bean, so that CDI is at work. */
  @ApplicationScoped
  public static class Greeting {

    /** Answers a text with a number from the database. */
    public String text() {
      try {
        // JDK 17 keeps the class of the record that was compared last (JDK-8078641).
        Count one = new Count(Databases.number("SELECT 1"));
        return one.equals(new Count(1)) ? "number 1" : "another number";
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A value, as applications compare many. */
  public record Count(long value) {}
}
