package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.intuit.accounting.Query.Condition;
import io.github.qbconnector.simulator.intuit.accounting.Query.Operator;
import io.github.qbconnector.simulator.intuit.accounting.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads Intuit's small query language. */
final class QueryParser {

  private static final int DEFAULT_MAX_RESULTS = 100;
  private static final int HIGHEST_MAX_RESULTS = 1000;

  private final QueryTokens tokens;

  private QueryParser(QueryTokens tokens) {
    this.tokens = tokens;
  }

  static Query parse(String statement) {
    return new QueryParser(new QueryTokens(statement)).query();
  }

  private Query query() {
    tokens.require("select");
    List<String> columns = new ArrayList<>();
    boolean count = false;
    if (!tokens.takeIf("*")) {
      String first = tokens.takeName();
      if (first.equalsIgnoreCase("count") && tokens.takeIf("(")) {
        tokens.require("*");
        tokens.require(")");
        count = true;
      } else {
        columns.add(first);
        while (tokens.takeIf(",")) {
          if (!tokens.takeIf("*")) {
            columns.add(tokens.takeName());
          }
        }
      }
    }
    tokens.require("from");
    String name = tokens.takeName();
    EntityType type =
        EntityType.named(name)
            .orElseThrow(
                () -> AccountingFault.queryValidationError("Entity " + name + " is not queryable"));
    List<Condition> conditions = new ArrayList<>();
    if (tokens.takeIf("where")) {
      do {
        conditions.add(condition(type));
      } while (tokens.takeIf("and"));
    }
    Optional<Order> order = tokens.takeIf("orderby") ? Optional.of(order(type)) : Optional.empty();
    int start = tokens.takeIf("startposition") ? tokens.takeNumber() : 1;
    int max = tokens.takeIf("maxresults") ? tokens.takeNumber() : DEFAULT_MAX_RESULTS;
    if (!tokens.atEnd()) {
      throw AccountingFault.queryParseError("Encountered " + tokens.take());
    }
    if (start < 1 || max < 0) {
      throw AccountingFault.queryValidationError("STARTPOSITION or MAXRESULTS is out of range");
    }
    return new Query(
        type, count, columns, conditions, order, start, Math.min(max, HIGHEST_MAX_RESULTS));
  }

  private Condition condition(EntityType type) {
    String field = tokens.takeName();
    FieldType fieldType = queryable(type, field);
    Operator operator = operator(tokens.take());
    if (operator != Operator.IN) {
      return new Condition(field, fieldType, operator, List.of(tokens.takeValue()));
    }
    tokens.require("(");
    List<String> values = new ArrayList<>();
    do {
      values.add(tokens.takeValue());
    } while (tokens.takeIf(","));
    tokens.require(")");
    return new Condition(field, fieldType, operator, values);
  }

  private static Operator operator(String token) {
    return switch (token.toLowerCase(Locale.ROOT)) {
      case "=" -> Operator.EQUAL;
      case "<" -> Operator.LESS;
      case ">" -> Operator.GREATER;
      case "<=" -> Operator.LESS_OR_EQUAL;
      case ">=" -> Operator.GREATER_OR_EQUAL;
      case "like" -> Operator.LIKE;
      case "in" -> Operator.IN;
      default ->
          throw AccountingFault.queryParseError(
              "Encountered " + token + ", was expecting an operator");
    };
  }

  private Order order(EntityType type) {
    String field = tokens.takeName();
    FieldType fieldType = queryable(type, field);
    boolean descending = tokens.takeIf("desc");
    if (!descending) {
      tokens.takeIf("asc");
    }
    return new Order(field, fieldType, descending);
  }

  private static FieldType queryable(EntityType type, String field) {
    return QueryableFields.find(type, field)
        .orElseThrow(
            () ->
                AccountingFault.queryValidationError(
                    "Property " + field + " of " + type.json() + " is not queryable"));
  }
}
