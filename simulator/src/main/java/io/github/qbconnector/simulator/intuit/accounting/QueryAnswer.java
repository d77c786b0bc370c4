package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.intuit.accounting.Query.Condition;
import io.github.qbconnector.simulator.intuit.accounting.Query.Operator;
import io.github.qbconnector.simulator.intuit.accounting.Query.Order;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a company answers to a query. */
final class QueryAnswer {

  private QueryAnswer() {}

  static JsonObjectBuilder of(Query query, Company company) {
    List<JsonObject> found =
        company.list(query.type()).stream().filter(entity -> matches(query, entity)).toList();
    JsonObjectBuilder response = JsonCodec.BUILDERS.createObjectBuilder();
    if (query.count()) {
      response.add("totalCount", found.size());
    } else {
      page(query, found, response);
    }
    return JsonCodec.BUILDERS.createObjectBuilder().add("QueryResponse", response);
  }

  private static void page(Query query, List<JsonObject> found, JsonObjectBuilder response) {
    for (String column : query.columns()) {
      String member = column.split("\\.")[0];
      if (!found.isEmpty() && found.stream().noneMatch(entity -> entity.containsKey(member))) {
        throw AccountingFault.queryValidationError(
            "Property " + column + " not found for Entity " + query.type().json());
      }
    }
    List<JsonObject> page =
        query
            .order()
            .map(order -> found.stream().sorted(comparator(order)).toList())
            .orElse(found)
            .stream()
            .skip(query.startPosition() - 1L)
            .limit(query.maxResults())
            .toList();
    if (page.isEmpty()) {
      return;
    }
    JsonArrayBuilder entities = JsonCodec.BUILDERS.createArrayBuilder();
    page.forEach(entity -> entities.add(columns(query, entity)));
    response
        .add(query.type().json(), entities)
        .add("startPosition", query.startPosition())
        .add("maxResults", page.size());
  }

  private static boolean matches(Query query, JsonObject entity) {
    boolean asksForActive =
        query.conditions().stream().anyMatch(condition -> condition.field().equals("Active"));
    if (query.type().nameList() && !asksForActive && !entity.getBoolean("Active", true)) {
      return false;
    }
    return query.conditions().stream().allMatch(condition -> holds(condition, entity));
  }

  private static boolean holds(Condition condition, JsonObject entity) {
    Optional<String> value = FieldValues.text(entity, condition.field());
    return value.isPresent()
        && condition.values().stream().anyMatch(wanted -> holds(condition, value.get(), wanted));
  }

  private static boolean holds(Condition condition, String value, String wanted) {
    if (condition.operator() == Operator.LIKE) {
      return like(value, wanted);
    }
    int comparison = FieldValues.compare(condition.fieldType(), value, wanted);
    return switch (condition.operator()) {
      case EQUAL, IN, LIKE -> comparison == 0;
      case LESS -> comparison < 0;
      case GREATER -> comparison > 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
    };
  }

  private static boolean like(String value, String wanted) {
    StringBuilder pattern = new StringBuilder();
    for (String part : FieldValues.fold(wanted).split("%", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL)
        .matcher(FieldValues.fold(value))
        .matches();
  }

  private static Comparator<JsonObject> comparator(Order order) {
    Comparator<String> values =
        (left, right) -> FieldValues.compare(order.fieldType(), left, right);
    Comparator<JsonObject> ascending =
        (left, right) -> {
          Optional<String> leftValue = FieldValues.text(left, order.field());
          Optional<String> rightValue = FieldValues.text(right, order.field());
          return leftValue.isPresent() && rightValue.isPresent()
              ? values.compare(leftValue.get(), rightValue.get())
              : Boolean.compare(leftValue.isPresent(), rightValue.isPresent());
        };
    return order.descending() ? ascending.reversed() : ascending;
  }

  private static JsonObject columns(Query query, JsonObject entity) {
    if (query.columns().isEmpty()) {
      return entity;
    }
    JsonObjectBuilder narrowed = JsonCodec.BUILDERS.createObjectBuilder();
    for (Map.Entry<String, JsonValue> member : entity.entrySet()) {
      String name = member.getKey();
      boolean asked =
          query.columns().stream()
              .anyMatch(column -> column.equals(name) || column.startsWith(name + "."));
      if (asked || name.equals("domain") || name.equals("sparse")) {
        narrowed.add(name, member.getValue());
      }
    }
    return narrowed.build();
  }
}
