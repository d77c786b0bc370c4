package io.github.qbconnector.compatibility.support;

/** Sees to it that PostgreSQL runs, one for all tests. */
public final class WithPostgres extends OneForAllTests<Postgres> {

  /** For JUnit. */
  public WithPostgres() {
    super(Postgres.class);
  }

  @Override
  protected Postgres start() {
    return Postgres.start();
  }
}
