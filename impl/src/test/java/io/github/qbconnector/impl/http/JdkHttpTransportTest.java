package io.github.qbconnector.impl.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.config.HttpSettings;
import io.github.qbconnector.impl.http.TransportException.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transport against a peer that does not follow any rule. */
class JdkHttpTransportTest {
  private volatile HttpSettings settings = new HttpSettings(Duration.ofSeconds(2), null);
  private final HttpTransport transport = new JdkHttpTransport(() -> settings);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  JdkHttpTransportTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    transport.close();
    server.close();
    threads.shutdownNow();
  }

  @FunctionalInterface
  private interface Peer {
    void answer(Socket socket, OutputStream out) throws Exception;
  }

  private URI peer(Peer peer) {
    Future<?> unused =
        threads.submit(
            () -> {
              while (true) {
                Socket socket = server.accept();
                Future<?> unusedToo =
                    threads.submit(
                        () -> {
                          try (socket) {
                            readRequest(socket.getInputStream());
                            requests.incrementAndGet();
                            peer.answer(socket, socket.getOutputStream());
                          }
                          return null;
                        });
              }
            });
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x?secret=1");
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        return;
      }
      head.append((char) read);
    }
  }

  private static byte[] head(int length, String more) {
    return ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n" + more + "\r\n")
        .getBytes(US_ASCII);
  }

  private static HttpCall get(URI uri) {
    return HttpCall.get(uri, Duration.ofSeconds(1));
  }

  private static HttpCall post(URI uri) {
    return HttpCall.post(uri, new byte[0], "text/plain", Duration.ofSeconds(1));
  }

  private void assertStage(HttpCall call, Stage stage) {
    assertThatThrownBy(() -> transport.send(call))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.stage()).isEqualTo(stage);
              assertThat(e.getMessage()).doesNotContain("secret");
            });
  }

  @Test
  void anAnswerComesWhole() throws Exception {
    URI uri =
        peer(
            (socket, out) -> {
              out.write(head(5, "intuit_tid: 1-abc\r\nDate: Sat, 21 Nov 2026 20:00:00 GMT\r\n"));
              out.write("hello".getBytes(US_ASCII));
            });
    HttpAnswer answer = transport.send(get(uri));
    assertThat(answer.text()).isEqualTo("hello");
    assertThat(answer.header("Intuit_Tid")).isEqualTo("1-abc");
    assertThat(answer.date()).isPresent();
    assertThat(answer.toString()).doesNotContain("hello");
  }

  @Test
  void aPeerThatHangsIsLeftAtTheTimeLimit() {
    CountDownLatch never = new CountDownLatch(1);
    URI uri = peer((socket, out) -> never.await());
    assertStage(get(uri), Stage.ANSWER_LOST);
  }

  @Test
  void aBodyThatDripsIsLeftAtTheTimeLimit() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    URI uri =
        peer(
            (socket, out) -> {
              out.write(head(1_000_000, ""));
              try {
                while (!left.await(50, TimeUnit.MILLISECONDS)) {
                  out.write('.');
                  out.flush();
                }
              } catch (IOException e) {
                left.countDown();
              }
            });
    assertStage(get(uri), Stage.ANSWER_LOST);
    assertThat(left.await(10, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
  }

  @Test
  void anAnswerTooLargeIsNotReadToItsEnd() {
    URI uri =
        peer(
            (socket, out) -> {
              out.write(head(Integer.MAX_VALUE, ""));
              byte[] chunk = new byte[8_192];
              while (true) {
                out.write(chunk);
              }
            });
    assertThatThrownBy(() -> transport.send(get(uri).atMost(100_000)))
        .isInstanceOf(AnswerTooLargeException.class);
  }

  @Test
  void aZippedAnswerTooLargeIsNotUnpackedToItsEnd() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 1_000; i++) {
        zip.write(new byte[10_000]);
      }
    }
    URI uri =
        peer(
            (socket, out) -> {
              out.write(head(bomb.size(), "Content-Encoding: gzip\r\n"));
              bomb.writeTo(out);
            });
    assertThatThrownBy(() -> transport.send(get(uri).atMost(100_000)))
        .isInstanceOf(AnswerTooLargeException.class);
  }

  @Test
  void aPostIsNeverSentTwice() {
    URI uri = peer((socket, out) -> socket.setSoLinger(true, 0));
    assertStage(post(uri), Stage.ANSWER_LOST);
    assertThat(requests).hasValue(1);
  }

  @Test
  void nobodyThereMeansNothingWasSent() throws Exception {
    int free = server.getLocalPort();
    server.close();
    assertStage(post(URI.create("http://127.0.0.1:" + free + "/")), Stage.NOT_SENT);
  }

  @Test
  void aChangedConnectTimeoutIsTaken() throws Exception {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 8; i++) { // nobody accepts: further connections hang
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        boolean unused = channel.connect(full.getLocalSocketAddress());
        waiting.add(channel);
      }
      URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
      assertStage(post(uri), Stage.ANSWER_LOST); // the total time of a second comes first
      settings = new HttpSettings(Duration.ofMillis(100), null);
      assertStage(post(uri), Stage.NOT_SENT);
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    URI uri =
        peer(
            (socket, out) ->
                out.write(
                    ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
                            + "Content-Length: 0\r\n\r\n")
                        .getBytes(US_ASCII)));
    assertThat(transport.send(get(uri)).status()).isEqualTo(302);
  }

  @Test
  void anInterruptEndsAReadButNotATokenCall() throws Exception {
    CountDownLatch arrived = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    URI uri =
        peer(
            (socket, out) -> {
              arrived.countDown();
              go.await();
              out.write(head(2, ""));
              out.write("ok".getBytes(US_ASCII));
            });
    HttpCall slow = HttpCall.get(uri, Duration.ofSeconds(20));
    ExecutorService callers = Executors.newFixedThreadPool(2);
    Future<String> read = callers.submit(() -> answerOrFailure(slow));
    Future<String> token = callers.submit(() -> answerOrFailure(slow.toTheEnd()));
    arrived.await();
    callers.shutdownNow();
    assertThat(read.get(10, TimeUnit.SECONDS)).contains("Interrupted");
    go.countDown();
    assertThat(token.get(10, TimeUnit.SECONDS)).isEqualTo("ok");
  }

  private String answerOrFailure(HttpCall call) {
    try {
      return transport.send(call).text();
    } catch (TransportException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void afterTheEndNothingIsSent() {
    transport.close();
    assertStage(get(URI.create("http://127.0.0.1:1/")), Stage.NOT_SENT);
  }

  @Test
  void callsShowNeitherHeadersNorQueriesNorBodies() {
    HttpCall call =
        HttpCall.post(
                URI.create("https://host.example/path?code=secret"),
                "secret".getBytes(US_ASCII),
                "text/plain",
                Duration.ofSeconds(1))
            .header("Authorization", "Bearer secret");
    assertThat(call.toString()).isEqualTo("POST https://host.example/path");
  }
}
