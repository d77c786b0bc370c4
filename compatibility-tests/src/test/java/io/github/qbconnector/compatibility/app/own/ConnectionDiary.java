package io.github.qbconnector.compatibility.app.own;

import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Expiring;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it observes. */
@ApplicationScoped
public class ConnectionDiary {
  private final List<String> entries = new CopyOnWriteArrayList<>();

  void connected(@Observes @Priority(1) Connected event) {
    entries.add(event.owner() + " connected " + event.companyId());
  }

  /** An observer that fails must not undo what is stored. */
  void stumbles(@Observes @Priority(2) Connected event) {
    throw new IllegalStateException("the application's own mistake");
  }

  void expires(@Observes Expiring event) {
    entries.add(event.owner() + " expires");
  }

  public List<String> entries() {
    return List.copyOf(entries);
  }
}
