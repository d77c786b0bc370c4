package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.spi.ConnectionStore.Changes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's views younger than ten seconds with one query for all of them. It asks only
 * while connections are used: behind the caller's back at first, before the caller's eyes once it
 * was not asked for too long.
 */
public final class ChangeWatch {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration TOO_LATE = Duration.ofSeconds(9);

  /** How long one caller waits while another asks. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ConnectionVault vault;
  private final Background background;
  private final List<Connections> all = new CopyOnWriteArrayList<>();
  private final List<Runnable> chores = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Question> asking = new AtomicReference<>();
  private volatile long askedAt;
  private volatile boolean failed;
  private final AtomicLong questions = new AtomicLong();
  private long since;

  public ChangeWatch(ConnectionVault vault, Background background) {
    this.vault = vault;
    this.background = background;
  }

  void add(Connections connections) {
    all.add(connections);
  }

  /** Has something done each time the store was asked and has answered. */
  public void alongside(Runnable chore) {
    chores.add(chore);
  }

  /** How many questions were asked so far; one at a time. */
  long questions() {
    return questions.get();
  }

  /** Whether the store answered when it was last asked. */
  boolean isAnswered() {
    return !failed;
  }

  /** The store did not answer a question of somebody else's. */
  void missed() {
    failed = true;
  }

  /** Called at every use of a connection. */
  void look(long now) {
    long age = Math.abs(now - askedAt);
    if (age > SOON.toMillis()) {
      ask(now, age > TOO_LATE.toMillis() && !failed);
    }
  }

  private void ask(long now, boolean isUrgent) {
    Question mine = new Question(now);
    Question running = asking.compareAndExchange(null, mine);
    Question question = running == null ? mine : running;
    if (isUrgent) {
      // Here, if the one under way still waits for a thread.
      question.ask();
      question.await();
    } else if (running == null) {
      background.run(question::ask);
    }
  }

  /** One query, asked by whoever comes first. */
  private final class Question {
    private final long now;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch answered = new CountDownLatch(1);

    Question(long now) {
      this.now = now;
    }

    void ask() {
      if (begun.compareAndSet(false, true)) {
        ChangeWatch.this.ask(now, answered);
      }
    }

    void await() {
      try {
        boolean unused = answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ask(long now, CountDownLatch answered) {
    try {
      Changes changes = vault.changes(since);
      since = changes.next();
      all.forEach(connections -> connections.changed(changes));
      failed = false;
    } catch (VaultUnavailableException e) {
      // What is known goes on to count, by its age; asked again in some seconds.
      failed = true;
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "The store did not say what has changed", e);
    } finally {
      // The time of the question, so that the answer is at least as young as this says.
      askedAt = now;
      asking.set(null);
      questions.incrementAndGet();
      answered.countDown();
    }
    if (!failed) {
      chores.forEach(background::run);
    }
  }
}
