package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page behind the gate, with what it reads from QuickBooks. */
@WebServlet("/gated/company")
public class CompanyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Marker MARKER = new Marker();

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(MARKER.company() + quickBooks.connection().accounting().companyInfo().companyName());
  }

  /** One instance per class loader: a histogram of the heap counts loaders by it. */
  public static final class Marker {
    String company() {
      return "company=";
    }
  }
}
