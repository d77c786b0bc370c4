package io.github.qbconnector.simulator.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's own HTTP server in front of a handler. */
public final class JdkServer implements AutoCloseable {

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads;
  private final String contextPath;
  private final RequestHandler handler;

  private JdkServer(
      HttpServer server, ExecutorService threads, String contextPath, RequestHandler handler) {
    this.server = server;
    this.threads = threads;
    this.contextPath = contextPath;
    this.handler = handler;
  }

  /** Starts serving; port 0 picks a free one. */
  public static JdkServer start(
      InetSocketAddress address, String contextPath, RequestHandler handler) {
    // Without it every answer on a kept-alive connection waits 40 ms for the peer's delayed ACK,
    // because the server sends head and body apart.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    try {
      HttpServer server = HttpServer.create(address, 0);
      AtomicInteger count = new AtomicInteger();
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "simulator-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
              });
      JdkServer skin = new JdkServer(server, threads, contextPath, handler);
      server.setExecutor(threads);
      server.createContext("/", skin::serve);
      server.start();
      return skin;
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator cannot listen on " + address, e);
    }
  }

  /** Scheme, host, port and context path. */
  public String baseUrl() {
    InetSocketAddress address = server.getAddress();
    return "http://"
        + address.getAddress().getHostAddress()
        + ":"
        + address.getPort()
        + contextPath;
  }

  private void serve(HttpExchange exchange) throws IOException {
    // Closing without an answer cuts the connection.
    try (exchange) {
      SimulatorResponse response = answer(exchange);
      if (response.isCut()) {
        return;
      }
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodyless = response.length() == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), bodyless ? -1 : response.length());
      if (!bodyless) {
        try (OutputStream out = exchange.getResponseBody()) {
          response.writeTo(out);
        }
      }
    }
  }

  private SimulatorResponse answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getPath();
    if (!path.equals(contextPath) && !path.startsWith(contextPath + "/")) {
      return SimulatorResponse.empty(404);
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    String host =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
            .orElse("127.0.0.1:" + server.getAddress().getPort());
    try {
      return handler.handle(
          new SimulatorRequest(
              exchange.getRequestMethod(),
              "http://" + host + contextPath,
              path.substring(contextPath.length()),
              Optional.ofNullable(uri.getRawQuery()).orElse(""),
              exchange.getRequestHeaders(),
              body,
              exchange.getRemoteAddress().getAddress().isLoopbackAddress()));
    } catch (IllegalArgumentException e) {
      return SimulatorResponse.of(400, "text/plain;charset=UTF-8", "The request cannot be read\n");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
