package io.github.qbconnector.impl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.spi.ConnectionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators are told of a store that does not answer. */
class WatchedStoreTest {
  private final SimulatorClock clock = new SimulatorClock();
  private final MemoryStore memory = new MemoryStore(clock);
  private final LoggedMessages log = new LoggedMessages();
  private boolean away;
  private Exception cause = new IllegalArgumentException("refused\nQBC9999: by db.example");

  private final WatchedStore store =
      new WatchedStore(
          (ConnectionStore)
              Proxy.newProxyInstance(
                  ConnectionStore.class.getClassLoader(),
                  new Class<?>[] {ConnectionStore.class},
                  (proxy, method, arguments) -> call(method, arguments)),
          clock);

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (away) {
      throw new IllegalStateException("it is away", cause);
    }
    try {
      return method.invoke(memory, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void fails() {
    away = true;
    assertThatThrownBy(() -> store.find("x")).hasMessage("it is away");
  }

  private void answers() {
    away = false;
    assertThat(store.find("x")).isEqualTo(Optional.empty());
  }

  @Test
  void theReasonIsToldInOneLine() {
    fails();
    assertThat(log.all())
        .singleElement()
        .asString()
        .startsWith("QBC0302: ")
        .contains("it is away", "refused", "db.example")
        .doesNotContain("\n");
  }

  @Test
  void aStoreThatComesAndGoesIsToldOnceAMinute() {
    for (int i = 0; i < 30; i++) {
      fails();
      answers();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(log.all()).as("away, and back").hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    fails();
    answers();
    assertThat(log.all()).hasSize(4);
  }

  @Test
  void anOutageThatBeginsInTheQuietMinuteIsToldAfterIt() {
    fails();
    answers();
    fails();
    assertThat(log.all()).hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    fails();
    assertThat(log.all()).hasSize(3);
    answers();
    assertThat(log.all()).hasSize(4).last().asString().contains("PT1M");
  }

  @Test
  void anApplicationThatEndsTellsNothing() {
    store.end();
    fails();
    answers();
    assertThat(log.all()).isEmpty();
  }

  @Test
  void aThreadThatIsInterruptedSaysNothingAboutTheStore() {
    cause = new InterruptedException();
    fails();
    answers();
    assertThat(log.all()).isEmpty();
  }

  @Test
  void aStoreThatAnswersIsNotTalkedAbout() {
    answers();
    assertThat(log.all()).isEmpty();
  }
}
