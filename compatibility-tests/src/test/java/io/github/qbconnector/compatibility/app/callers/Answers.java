package io.github.qbconnector.compatibility.app.callers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where those who do errands in their own time leave what came of it. */
@ApplicationScoped
public class Answers {
  private final ConcurrentMap<String, CompletableFuture<String>> awaited =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, RuntimeException> failures = new ConcurrentHashMap<>();

  /** Sends somebody on an errand and waits for the answer. */
  public String after(Runnable sending, Errand errand) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    awaited.put(errand.id(), answer);
    sending.run();
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } finally {
      awaited.remove(errand.id());
    }
  }

  /** It was done. */
  public void tell(Errand errand, String read) {
    CompletableFuture<String> answer = awaited.get(errand.id());
    if (answer != null) {
      answer.complete(read);
    }
  }

  /** Tells what comes of an errand whose transaction is over by then, whatever it is. */
  public void tellAtOnce(Errand errand, Callable<String> work) {
    try {
      tell(errand, work.call());
    } catch (RuntimeException e) {
      keep(errand, e);
      boolean unused = tellKept(errand);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** It failed; that is told when what was done has been undone. */
  public void keep(Errand errand, RuntimeException failure) {
    failures.put(errand.id(), failure);
  }

  /** Tells the failure that was kept. */
  public boolean tellKept(Errand errand) {
    RuntimeException failure = failures.remove(errand.id());
    @Nullable CompletableFuture<String> answer = awaited.get(errand.id());
    return failure != null && (answer == null || answer.completeExceptionally(failure));
  }
}
