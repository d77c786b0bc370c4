package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** What QuickBooks works out for an invoice; tax is not simulated. */
final class InvoiceTotals {

  private InvoiceTotals() {}

  static JsonObject of(JsonObject invoice) {
    JsonArrayBuilder lines = JsonCodec.BUILDERS.createArrayBuilder();
    BigDecimal subtotal = BigDecimal.ZERO;
    for (JsonObject line : invoice.getJsonArray("lines").getValuesAs(JsonObject.class)) {
      JsonValue amount = amount(line);
      lines.add(JsonCodec.BUILDERS.createObjectBuilder(line).add("amount", amount));
      if (amount instanceof JsonString text) {
        subtotal = subtotal.add(new BigDecimal(text.getString()));
      }
    }
    BigDecimal applied = Amounts.decimal(invoice.getString("appliedAmount", "0.00"));
    BigDecimal balance = subtotal.subtract(applied.abs());
    JsonObjectBuilder total = JsonCodec.BUILDERS.createObjectBuilder(invoice);
    return total
        .add("lines", lines)
        .add("subtotal", Amounts.money(subtotal))
        .add("salesTaxPercentage", "0.00")
        .add("salesTaxTotal", "0.00")
        .add("balanceRemaining", Amounts.money(balance))
        .add("isPaid", balance.signum() == 0)
        .build();
  }

  /** An amount that was given counts; else quantity and rate do. */
  private static JsonValue amount(JsonObject line) {
    if (line.get("amount") instanceof JsonString given) {
      return Json.createValue(Amounts.money(Amounts.decimal(given.getString())));
    }
    if (line.get("rate") instanceof JsonString rate) {
      BigDecimal quantity =
          line.get("quantity") instanceof JsonNumber number
              ? number.bigDecimalValue()
              : BigDecimal.ONE;
      return Json.createValue(Amounts.money(Amounts.decimal(rate.getString()).multiply(quantity)));
    }
    return JsonValue.NULL;
  }
}
