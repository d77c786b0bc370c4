package io.github.qbconnector.simulator.servlet;

import io.github.qbconnector.simulator.Simulation;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * The whole simulator as one servlet; {@code web.xml} maps it.
 *
 * <p>A servlet cannot cut a connection. Where the simulator asks for that, the servlet announces a
 * longer body than it sends and fails: the caller sees a status and blanks, and then the connection
 * ends in the middle of the answer.
 */
public final class SimulatorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Enough that no container's own error text, which some append, completes the body. */
  private static final int CUT_ANNOUNCED = 100_000;

  /** Enough that Liberty, whose flush is only a promise, puts the head on the wire. */
  private static final int CUT_SENT = 40_000;

  private static final Logger LOG = Logger.getLogger(SimulatorServlet.class.getName());

  private final transient Simulation simulation = new Simulation();
  private final transient AtomicBoolean hinted = new AtomicBoolean();
  private volatile boolean enabled;

  /** Called by the container. */
  public SimulatorServlet() {}

  @Override
  public void init() {
    enabled = EnabledSwitch.isOn(getServletContext());
  }

  @Override
  public void destroy() {
    simulation.instruments().faults().clear();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!enabled) {
      if (hinted.compareAndSet(false, true)) {
        LOG.warning("The QuickBooks simulator is off: set " + EnabledSwitch.KEY + "=true");
      }
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    SimulatorResponse answer;
    try {
      answer = simulation.handle(read(request));
    } catch (IllegalArgumentException e) {
      answer =
          SimulatorResponse.of(400, "text/plain;charset=UTF-8", "The request cannot be read\n");
    }
    write(answer, response);
  }

  private static SimulatorRequest read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name))));
    }
    String contextPath = request.getContextPath();
    String path = request.getRequestURI().substring(contextPath.length());
    return new SimulatorRequest(
        request.getMethod(),
        origin(request) + contextPath,
        URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8),
        Optional.ofNullable(request.getQueryString()).orElse(""),
        headers,
        body,
        isLoopback(request.getRemoteAddr()));
  }

  private static String origin(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    String host = request.getServerName();
    String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return scheme + "://" + bracketed + (usual ? "" : ":" + port);
  }

  private static boolean isLoopback(String address) {
    try {
      // A literal address, so nothing is looked up.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void write(SimulatorResponse answer, HttpServletResponse response)
      throws IOException {
    if (answer.isCut()) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentLength(CUT_ANNOUNCED);
      response.getOutputStream().write(" ".repeat(CUT_SENT).getBytes(StandardCharsets.US_ASCII));
      response.flushBuffer();
      throw new IOException("The simulator cuts this connection on command");
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.length());
    answer.writeTo(response.getOutputStream());
  }
}
