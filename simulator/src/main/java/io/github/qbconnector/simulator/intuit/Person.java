package io.github.qbconnector.simulator.intuit;

/** The one person who signs in to the simulator. */
final class Person {

  static final String SUBJECT = "5d2c6e0a-7b31-4f0e-9a55-2f6d1c3b8e47";
  static final String GIVEN_NAME = "Maria";
  static final String FAMILY_NAME = "Alvarez";
  static final String EMAIL = "maria.alvarez@example.com";
  static final String PHONE = "+1 4155550134";

  private Person() {}
}
