package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.RoundTrip.Purpose;
import io.github.qbconnector.simulator.conductor.quickbooks.CompanyFile;
import io.github.qbconnector.simulator.conductor.quickbooks.Selection;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Typed data of QuickBooks Desktop: the company, customers, invoices. */
final class DataEndpoint {

  private final RoundTrip roundTrip;
  private final RequestBodies bodies;
  private final Cursors cursors;

  DataEndpoint(RoundTrip roundTrip, RequestBodies bodies, Clock clock) {
    this.roundTrip = roundTrip;
    this.bodies = bodies;
    this.cursors = new Cursors(clock);
  }

  SimulatorResponse answer(ConductorCall call, Route route, Registered endUser, Duration timeout) {
    SimulatorRequest request = call.request();
    Visit visit = new Visit(route, endUser, timeout);
    JsonObject answer =
        switch (route.operation()) {
          case CUSTOMERS -> customers(request, visit);
          case INVOICES -> invoices(request, visit);
          default -> visit.make(Purpose.READ, CompanyFile::company);
        };
    return SimulatorResponse.json(200, answer);
  }

  /** A request for one machine. */
  private final class Visit {

    private final Route route;
    private final Registered endUser;
    private final Duration timeout;

    Visit(Route route, Registered endUser, Duration timeout) {
      this.route = route;
      this.endUser = endUser;
      this.timeout = timeout;
    }

    <T> T make(Purpose purpose, Function<CompanyFile, T> work) {
      Desktop desktop = endUser.desktop();
      return roundTrip.make(desktop, purpose, timeout, () -> work.apply(desktop.file()));
    }

    Cursors.Page page(
        ListParameters parameters,
        Selection selection,
        Function<CompanyFile, List<JsonObject>> all) {
      int limit = parameters.limit();
      return make(
          Purpose.READ,
          file ->
              parameters
                  .cursor()
                  .map(cursor -> cursors.next(cursor, endUser.id(), route.operation(), limit))
                  .orElseGet(
                      () ->
                          cursors.first(
                              endUser.id(),
                              route.operation(),
                              selection.from(all.apply(file)),
                              limit)));
    }

    /** One record by its id, which QuickBooks looks up as it does in a query. */
    JsonObject one(Function<CompanyFile, List<JsonObject>> all) {
      return make(
          Purpose.READ,
          file ->
              new Selection()
                  .exactly("id", List.of(route.id()), false)
                  .from(all.apply(file))
                  .get(0));
    }
  }

  private JsonObject customers(SimulatorRequest request, Visit visit) {
    String id = visit.route.id();
    if (request.method().equals("GET")) {
      if (!id.isEmpty()) {
        return visit.one(file -> file.customers().list());
      }
      ListParameters parameters = ListParameters.ofCustomers(request.query());
      return list(
          "customers",
          visit.page(parameters, parameters.customers(), file -> file.customers().list()),
          parameters.excludeAlternateShippingAddresses()
              ? customer -> without(customer, "alternateShippingAddresses")
              : customer -> customer);
    }
    if (id.isEmpty()) {
      JsonObject body = bodies.read(request, "POST /quickbooks-desktop/customers");
      return visit.make(Purpose.WRITE, file -> file.customers().create(body));
    }
    JsonObject body = bodies.read(request, "POST /quickbooks-desktop/customers/{id}");
    return visit.make(Purpose.WRITE, file -> file.customers().update(id, body));
  }

  private JsonObject invoices(SimulatorRequest request, Visit visit) {
    String id = visit.route.id();
    switch (request.method()) {
      case "GET" -> {
        if (!id.isEmpty()) {
          return visit.one(file -> file.invoices().list());
        }
        ListParameters parameters = ListParameters.ofInvoices(request.query());
        return list(
            "invoices",
            visit.page(parameters, parameters.invoices(), file -> file.invoices().list()),
            parameters.includeLineItems()
                ? invoice -> invoice
                : invoice -> without(without(invoice, "lines"), "lineGroups"));
      }
      case "DELETE" -> {
        return deleted(visit.make(Purpose.WRITE, file -> file.invoices().delete(id)));
      }
      default -> {}
    }
    if (id.isEmpty()) {
      JsonObject body = bodies.read(request, "POST /quickbooks-desktop/invoices");
      return visit.make(Purpose.WRITE, file -> file.invoices().create(body));
    }
    if (!visit.route.tail().isEmpty()) {
      return voided(visit.make(Purpose.WRITE, file -> file.invoices().voidOne(id)));
    }
    JsonObject body = bodies.read(request, "POST /quickbooks-desktop/invoices/{id}");
    return visit.make(Purpose.WRITE, file -> file.invoices().update(id, body));
  }

  private static JsonObject without(JsonObject record, String list) {
    return JsonCodec.BUILDERS
        .createObjectBuilder(record)
        .add(list, JsonValue.EMPTY_JSON_ARRAY)
        .build();
  }

  private static JsonObject list(
      String resource, Cursors.Page page, UnaryOperator<JsonObject> view) {
    JsonArrayBuilder data = JsonCodec.BUILDERS.createArrayBuilder();
    page.records().forEach(record -> data.add(view.apply(record)));
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("objectType", "list")
        .add("url", "/v1/quickbooks-desktop/" + resource)
        .add("data", data)
        .add("nextCursor", page.cursor().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
        .add("remainingCount", page.remaining())
        .add("hasMore", page.cursor().isPresent())
        .build();
  }

  private static JsonObject deleted(JsonObject invoice) {
    return named(invoice).add("refNumber", invoice.get("refNumber")).add("deleted", true).build();
  }

  private static JsonObject voided(JsonObject invoice) {
    return named(invoice)
        .add("createdAt", invoice.get("createdAt"))
        .add("updatedAt", invoice.get("updatedAt"))
        .add("refNumber", invoice.get("refNumber"))
        .add("voided", true)
        .build();
  }

  private static JsonObjectBuilder named(JsonObject invoice) {
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("id", invoice.getString("id"))
        .add("objectType", "qbd_invoice");
  }
}
