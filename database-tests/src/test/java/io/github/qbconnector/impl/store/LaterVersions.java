package io.github.qbconnector.impl.store;

import java.util.List;

/** A version of the tables that is not shipped yet. */
public final class LaterVersions {
  private LaterVersions() {}

  /** A database as a node sees it that needs one step more than the shipped ones. */
  public static Database next(Workplace workplace, boolean createSchema) {
    Schema.Step step =
        new Schema.Step(
            1_000,
            "2-of-tests",
            List.of(
                "SELECT note FROM qbc_connection WHERE 1 = 0",
                "SELECT later_name FROM qbc_later WHERE 1 = 0"));
    return new Database(workplace, createSchema, new Schema(List.of(step)));
  }
}
