package io.github.qbconnector.chaos;

import io.github.qbconnector.impl.connection.Flights;
import java.util.List;

/** What is left out of the product in a run: by the wiring of the test, since no key exists. */
enum Mutation {
  NONE("whole", List.of()),
  NO_LEASE("generous", List.of()),
  NO_GENERATION_RULE("careless", List.of()),

  /** The lease would make up for the flight, at the price of waiting for the database. */
  NO_LEASE_AND_NO_SINGLE_FLIGHT("generous", List.of(Flights.class));

  private final String store;

  @SuppressWarnings("ImmutableEnumChecker") // it is never changed
  private final List<Class<?>> instead;

  /**
   * @param store what the application makes of the store
   * @param instead classes in place of the connector's own
   */
  Mutation(String store, List<Class<?>> instead) {
    this.store = store;
    this.instead = instead;
  }

  String store() {
    return store;
  }

  List<Class<?>> instead() {
    return instead;
  }
}
