package io.github.qbconnector.compatibility.app.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The requests that are not answered yet, or not to the end. */
@ApplicationScoped
public class Waiting {
  private final List<AsyncContext> requests = new CopyOnWriteArrayList<>();

  /** Keeps a request until it is released or told the end. */
  public void add(AsyncContext request) {
    requests.add(request);
  }

  /** How many there are. */
  public int count() {
    return requests.size();
  }

  /** Has all of them answered where they came in. */
  public void release() {
    for (AsyncContext request : List.copyOf(requests)) {
      requests.remove(request);
      request.dispatch();
    }
  }

  /** Sends an event to all of them, at once. */
  public void tell(String event) throws IOException {
    for (AsyncContext request : requests) {
      request.getResponse().getWriter().print("data: " + event + "\n\n");
      request.getResponse().flushBuffer();
    }
  }

  /** Ends all of them. */
  public void end() {
    for (AsyncContext request : List.copyOf(requests)) {
      requests.remove(request);
      request.complete();
    }
  }
}
