package io.github.qbconnector.simulator.intuit.accounting;

import java.util.List;
import java.util.Optional;

/**
 * A parsed query.
 *
 * @param columns the columns asked for; empty for all
 * @param startPosition counts from 1
 */
record Query(
    EntityType type,
    boolean count,
    List<String> columns,
    List<Condition> conditions,
    Optional<Order> order,
    int startPosition,
    int maxResults) {

  /** How a condition compares. */
  enum Operator {
    EQUAL,
    LESS,
    GREATER,
    LESS_OR_EQUAL,
    GREATER_OR_EQUAL,
    LIKE,
    IN
  }

  /**
   * One condition; all of them must hold.
   *
   * @param values one value, or several for IN
   */
  record Condition(String field, FieldType fieldType, Operator operator, List<String> values) {}

  /** The order of the answer. */
  record Order(String field, FieldType fieldType, boolean descending) {}
}
