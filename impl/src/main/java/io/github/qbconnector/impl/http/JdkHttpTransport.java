package io.github.qbconnector.impl.http;

import io.github.qbconnector.impl.config.HttpSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own client with our limits around it; docs/decisions tells why. HTTP/1.1 only: the
 * providers need no more, and one exchange a connection keeps faults apart.
 */
public final class JdkHttpTransport implements HttpTransport {
  /** How long a stop waits for token calls that are under way. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private record UnderWay(HttpCall call, CompletableFuture<?> exchange) {}

  private final AtomicLong exchanges = new AtomicLong();
  private final Map<Long, UnderWay> underWay = new ConcurrentHashMap<>();

  private record Configured(HttpClient http, HttpSettings settings) {}

  private final Supplier<HttpSettings> settings;
  private volatile @Nullable Configured client;
  private volatile boolean closed;

  /**
   * @param settings gives the settings as they are now; the client follows them
   */
  public JdkHttpTransport(Supplier<HttpSettings> settings) {
    this.settings = settings;
  }

  /** The client for the settings of now; {@code null} after the end. */
  private @Nullable HttpClient client() {
    HttpSettings now = settings.get();
    Configured known = client;
    if (known != null && known.settings().equals(now)) {
      return known.http();
    }
    synchronized (this) {
      if (closed) {
        return null;
      }
      known = client;
      if (known == null || !known.settings().equals(now)) {
        // The one before ends with its last exchange, when nothing refers to it any more.
        known = new Configured(create(now), now);
        client = known;
      }
      return known.http();
    }
  }

  private static HttpClient create(HttpSettings settings) {
    // The client's selector thread inherits this thread's class loader and would hold the
    // application's for longer than the application lives.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(settings.connectTimeout())
              // No pool of threads of our own: what is done here never blocks.
              .executor(Runnable::run);
      URI proxy = settings.proxy();
      if (proxy != null) {
        builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
      }
      return builder.build();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public HttpAnswer send(HttpCall call) throws TransportException {
    HttpClient open = client();
    if (open == null) {
      throw new TransportException(
          TransportException.Stage.NOT_SENT,
          "The application is being stopped",
          new IllegalStateException("closed"));
    }
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        open.sendAsync(request(call), info -> new BoundedBody(call.maxBytes()));
    long number = exchanges.incrementAndGet();
    underWay.put(number, new UnderWay(call, exchange));
    try {
      HttpResponse<byte[]> response = await(call, exchange);
      return answer(call, response, Duration.ofNanos(System.nanoTime() - begin));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST,
          "No answer to " + call + " within " + call.total(),
          e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST, "Interrupted while waiting for " + call, e);
    } catch (ExecutionException e) {
      throw failure(call, e.getCause() == null ? e : e.getCause());
    } catch (CancellationException e) {
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST, "The application was stopped during " + call, e);
    } finally {
      underWay.remove(number);
    }
  }

  private static HttpResponse<byte[]> await(
      HttpCall call, CompletableFuture<HttpResponse<byte[]>> exchange)
      throws InterruptedException, ExecutionException, TimeoutException {
    return call.mustFinish()
        ? AwakeWait.on(exchange, call.total())
        : exchange.get(call.total().toNanos(), TimeUnit.NANOSECONDS);
  }

  private static HttpRequest request(HttpCall call) {
    byte[] body = call.body();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(call.uri())
            .method(
                call.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "quickbooks-connector");
    call.headers().forEach(builder::header);
    return builder.build();
  }

  private static HttpAnswer answer(HttpCall call, HttpResponse<byte[]> response, Duration took)
      throws TransportException {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = response.body();
    if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
      body = unzip(call, body);
    }
    return new HttpAnswer(response.statusCode(), Map.copyOf(headers), body, took);
  }

  private static byte[] unzip(HttpCall call, byte[] zipped) throws TransportException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] body = in.readNBytes(call.maxBytes() + 1);
      if (body.length > call.maxBytes()) {
        throw tooLarge(call, new IOException("unzipped"));
      }
      return body;
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST, "The answer to " + call + " is garbled", e);
    }
  }

  private static TransportException failure(HttpCall call, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof BoundedBody.TooLargeException) {
        return tooLarge(call, t);
      }
      if (t instanceof ConnectException
          || t instanceof HttpConnectTimeoutException
          || t instanceof UnresolvedAddressException) {
        return new TransportException(
            TransportException.Stage.NOT_SENT, "Cannot connect for " + call, cause);
      }
    }
    return new TransportException(
        TransportException.Stage.ANSWER_LOST, "The answer to " + call + " was lost", cause);
  }

  private static TransportException tooLarge(HttpCall call, Throwable cause) {
    return new AnswerTooLargeException(
        "The answer to " + call + " has more than " + call.maxBytes() + " bytes", cause);
  }

  @Override
  public void close() {
    HttpClient open;
    synchronized (this) {
      closed = true;
      open = client == null ? null : client.http();
      client = null;
    }
    awaitTokenCalls();
    // An exchange that hangs keeps the client and its thread alive for ever.
    underWay.values().forEach(each -> each.exchange().cancel(true));
    // From JDK 21 on the client can be told; before, it ends once nothing refers to it.
    if (open instanceof AutoCloseable closeable) {
      try {
        HttpClient.class.getMethod("shutdownNow").invoke(open);
        closeable.close();
      } catch (Exception e) {
        System.getLogger(JdkHttpTransport.class.getName())
            .log(System.Logger.Level.DEBUG, "The HTTP client did not close", e);
      }
    }
  }

  private void awaitTokenCalls() {
    CompletableFuture<?>[] tokenCalls =
        underWay.values().stream()
            .filter(each -> each.call().mustFinish())
            .map(UnderWay::exchange)
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(tokenCalls).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      System.getLogger(JdkHttpTransport.class.getName())
          .log(System.Logger.Level.DEBUG, "Token calls did not end well before the stop", e);
    }
  }
}
