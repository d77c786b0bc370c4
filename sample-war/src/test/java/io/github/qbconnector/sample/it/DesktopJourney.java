package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Journeys of Juniper & Slate, who keep their books in QuickBooks Desktop. */
abstract class DesktopJourney extends HttpJourney {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final Machine machine = new Machine();

  /** Somebody whose company's machine was linked just now. */
  Person connected(String login) {
    Person person = Person.loggedIn(login);
    machine.setsUp(DesktopOwner.invitation(DesktopOwner.of(person).begins()));
    soonConnected(person);
    return person;
  }

  void soonConnected(Person person) {
    DesktopOwner owner = DesktopOwner.of(person);
    String status = soon(owner::status, answer -> answer.contains("\"state\":\"CONNECTED\""));
    assertThat(status).contains("\"state\":\"CONNECTED\"");
  }

  Page soon(Supplier<Page> look, String name) {
    return soon(look, page -> page.name().equals(name));
  }

  /**
   * Looks again until it is as expected, or answers what it was last. What is looked for is found
   * out behind the looking, and no more often than every few seconds of the connector's clock.
   */
  <T> T soon(Supplier<T> look, Predicate<T> asExpected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    while (!asExpected.test(seen) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      pass(Duration.ofSeconds(3));
      seen = look.get();
    }
    return seen;
  }

  /** A problem document of RFC 9457 about this state. */
  static void assertProblem(Page answer, int status, String state) {
    assertStatus(answer).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"state\":\"" + state + "\"", "\"type\":", "\"title\":");
    assertThat(answer.body()).contains("\"status\":" + status);
    assertCivil(answer);
  }
}
