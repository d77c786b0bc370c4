package io.github.qbconnector.simulator.conductor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An operation that a path and a method lead to.
 *
 * @param id the id in the path; empty if there is none
 * @param tail what follows: a slug, or what is to be done with the record; empty if nothing does
 */
record Route(Operation operation, String id, String tail) {

  private static final String DATA = "quickbooks-desktop";

  static Optional<Route> find(String method, String path) {
    List<String> parts = Arrays.asList(path.substring(1).split("/", -1));
    String key = method + " " + parts.get(0);
    String id = parts.size() > 1 ? parts.get(1) : "";
    if (parts.contains("")) {
      return Optional.empty();
    }
    if (parts.get(0).equals(DATA)) {
      return data(method, parts);
    }
    return switch (parts.size()) {
      case 1 ->
          switch (key) {
            case "GET end-users" -> to(Operation.LIST_END_USERS, "", "");
            case "POST end-users" -> to(Operation.CREATE_END_USER, "", "");
            case "POST auth-sessions" -> to(Operation.CREATE_SESSION, "", "");
            default -> Optional.empty();
          };
      case 2 ->
          switch (key) {
            case "GET end-users" -> to(Operation.RETRIEVE_END_USER, id, "");
            case "DELETE end-users" -> to(Operation.DELETE_END_USER, id, "");
            case "GET auth-sessions" -> to(Operation.RETRIEVE_SESSION, id, "");
            default -> Optional.empty();
          };
      case 4 ->
          switch (key + " " + parts.get(2)) {
            case "GET end-users ping" -> to(Operation.PING, id, parts.get(3));
            case "POST end-users passthrough" -> to(Operation.PASSTHROUGH, id, parts.get(3));
            case "POST end-users request" -> to(Operation.REQUEST, id, parts.get(3));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<Route> data(String method, List<String> parts) {
    String id = parts.size() > 2 ? parts.get(2) : "";
    String tail = parts.size() > 3 ? parts.get(3) : "";
    String asked = method + (parts.size() > 2 ? " one" : "") + (tail.isEmpty() ? "" : " " + tail);
    String resource = parts.size() > 1 && parts.size() < 5 ? parts.get(1) : "";
    return switch (resource) {
      case "health-check" -> only("GET", asked, Operation.HEALTH_CHECK, id, tail);
      case "company" -> only("GET", asked, Operation.COMPANY, id, tail);
      case "customers" -> only("GET|POST|GET one|POST one", asked, Operation.CUSTOMERS, id, tail);
      case "invoices" ->
          only(
              "GET|POST|GET one|POST one|DELETE one|POST one void",
              asked,
              Operation.INVOICES,
              id,
              tail);
      default -> Optional.empty();
    };
  }

  private static Optional<Route> only(
      String known, String asked, Operation operation, String id, String tail) {
    return List.of(known.split("\\|")).contains(asked) ? to(operation, id, tail) : Optional.empty();
  }

  private static Optional<Route> to(Operation operation, String id, String tail) {
    return Optional.of(new Route(operation, id, tail));
  }
}
