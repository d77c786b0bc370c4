package io.github.qbconnector.compatibility.app.callers.interceptors;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the interceptor has seen, for the test. */
@ApplicationScoped
public class AuditTrail {
  private final ConcurrentMap<String, String> last = new ConcurrentHashMap<>();

  /** Keeps the last. */
  public void add(String owner, String seen) {
    last.put(owner, seen);
  }

  /** Answers the last about an owner. */
  public String of(String owner) {
    return last.getOrDefault(owner, "");
  }
}
