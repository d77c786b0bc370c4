package io.github.qbconnector.compatibility.app.products;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages behind each connector's gate, one behind two, and what was injected. */
@WebServlet({"/injected", "/online/books", "/desktop/books", "/branch/books", "/shared/books"})
public class ProductsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector online;

  @Inject
  @QuickBooks("desktop")
  private transient DesktopConnector desktop;

  @Inject
  @QuickBooks("desktop")
  private transient QuickBooksConnector either;

  @Inject
  @QuickBooks("branch")
  private transient DesktopConnector branch;

  @Inject
  @QuickBooks("desktop")
  private transient ConductorClient conductor;

  @Inject
  @QuickBooks("branch")
  private transient ConductorClient branchConductor;

  @Inject private transient IntuitOAuthClient intuit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            switch (request.getServletPath()) {
              case "/online/books" -> ofOnline();
              case "/desktop/books" -> of(desktop);
              case "/branch/books" -> of(branch);
              case "/shared/books" ->
                  request.getParameter("from").equals("online") ? ofOnline() : of(desktop);
              default ->
                  Injected.connectors(online, desktop, either, branch)
                      + " "
                      + Injected.client(conductor)
                      + Injected.client(branchConductor)
                      + " "
                      + Injected.client(intuit);
            });
  }

  private String ofOnline() {
    return online.connection().accounting().companyInfo().companyName();
  }

  private static String of(DesktopConnector connector) {
    return connector.connection().companyFile().company().companyName().orElseThrow();
  }
}
