package io.github.qbconnector.sample.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.sample.accounting.NightlySync;
import io.github.qbconnector.sample.tenancy.TenantOwner;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Does in the server what a test cannot do from outside; only in the WAR under test. */
@WebServlet("/probe/*")
public class ProbeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** The connector's own, so that a leak there would be seen too. */
  private static final System.Logger LOG = System.getLogger("io.github.qbconnector");

  @Inject private transient OnlineConnector quickBooks;

  @Inject
  @QuickBooks(TenantOwner.DESKTOP)
  private transient DesktopConnector desktop;

  @Inject private transient NightlySync nightly;
  @Inject private transient Administration administration;
  @Inject @QuickBooks private transient MovableClock clock;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    PrintWriter out = response.getWriter();
    switch (String.valueOf(request.getPathInfo())) {
      case "/clock" -> clock.show(Duration.parse(request.getParameter("offset")));
      case "/owners" -> connections().forEach(each -> out.println(each.owner()));
      case "/forget" -> connections().forEach(QuickBooksConnection::disconnect);
      case "/settings" -> Settings.change(request.getParameterMap());
      case "/email" ->
          administration.email(request.getParameter("tenant"), request.getParameter("value"));
      case "/invitation" -> out.println(invitation(request.getParameter("owner")));
      case "/night" -> nightly.synchronizeAll();
      case "/session" -> session(request.getSession(false), out);
      case "/failure" -> failure(request.getParameter("owner"), out);
      case "/log" -> LOG.log(System.Logger.Level.TRACE, request.getParameter("text"));
      default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private List<QuickBooksConnection> connections() {
    Stream<QuickBooksConnection> all =
        Stream.concat(quickBooks.connections(), desktop.connections());
    return all.toList();
  }

  /** What the application itself would mail to whoever sits at the machine. */
  private String invitation(String owner) {
    return desktop.connection(owner).connectLink(ConnectRequest.create()).href();
  }

  /** Every attribute as text and as it would go to a session store. */
  private static void session(HttpSession session, PrintWriter out) throws IOException {
    if (session == null) {
      return;
    }
    for (String name : Collections.list(session.getAttributeNames())) {
      Object value = session.getAttribute(name);
      out.println(name + "=" + value);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
        objects.writeObject(value);
      }
      out.println(bytes.toString(ISO_8859_1));
    }
  }

  /** All that can be read off the exception of a call that fails. */
  private void failure(String owner, PrintWriter out) {
    try {
      out.println(
          owner.equals("juniper")
              ? desktop.connection(owner).companyFile().company()
              : quickBooks.connection(owner).accounting().companyInfo());
    } catch (QuickBooksException e) {
      out.println(e + "\n" + e.userMessage() + "\n" + e.content());
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      LOG.log(System.Logger.Level.INFO, "a call of the tests failed", e);
      out.println(trace);
    }
  }
}
