package io.github.qbconnector.compatibility.app.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The browsers that listen to the events of a resource. */
@ApplicationScoped
public class Subscribers {
  private final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();

  /** Somebody listens from now on. */
  public void add(SseEventSink sink) {
    sinks.add(sink);
  }

  /** Sends an event to all. */
  public void tell(Sse sse, String event) {
    sinks.forEach(sink -> sink.send(sse.newEvent(event)));
  }

  /** Ends all streams. */
  public void end() {
    for (SseEventSink sink : List.copyOf(sinks)) {
      sinks.remove(sink);
      sink.close();
    }
  }
}
