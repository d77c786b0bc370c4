package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

/** A stream of events as a page's script gets them: each when it was sent. */
public final class EventStream {
  private static final String EVENT = "data:";

  private final Iterator<String> events;

  private EventStream(Iterator<String> events) {
    this.events = events;
  }

  /** Begins to listen. */
  public static EventStream of(Browser browser, String where) {
    HttpResponse<Stream<String>> answer = browser.listen(where);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new EventStream(
        answer
            .body()
            .filter(line -> line.startsWith(EVENT))
            .map(line -> line.substring(EVENT.length()).strip())
            .iterator());
  }

  /** Waits for the next event. */
  public String next() {
    return events.next();
  }

  /** Waits for the end, or for one event more. */
  public boolean isOver() {
    return !events.hasNext();
  }
}
