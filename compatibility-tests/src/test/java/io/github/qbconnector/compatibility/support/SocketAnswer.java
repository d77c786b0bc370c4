package io.github.qbconnector.compatibility.support;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The first message that comes through a socket. */
final class SocketAnswer implements WebSocket.Listener {
  private final StringBuilder parts = new StringBuilder();
  private final CompletableFuture<String> whole = new CompletableFuture<>();

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    parts.append(part);
    if (last) {
      whole.complete(parts.toString());
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    whole.complete("closed: " + status + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    whole.completeExceptionally(error);
  }

  String text() {
    return whole.orTimeout(60, TimeUnit.SECONDS).join();
  }
}
