package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Builds entities in Intuit's wire format. */
final class SeedEntities {

  private SeedEntities() {}

  static JsonObject companyInfo(String name, String place) {
    return object()
        .add("CompanyName", name)
        .add("LegalName", name)
        .add("CompanyAddr", address(1, "12 Harbor Street", place))
        .add("CustomerCommunicationAddr", address(1, "12 Harbor Street", place))
        .add("LegalAddr", address(1, "12 Harbor Street", place))
        .add("PrimaryPhone", object().add("FreeFormNumber", "(415) 555-0134"))
        .add("CompanyStartDate", "2019-03-04")
        .add("FiscalYearStartMonth", "January")
        .add("Country", "US")
        .add("Email", object().add("Address", "books@example.com"))
        .add("WebAddr", object())
        .add("SupportedLanguages", "en")
        .add(
            "NameValue",
            JsonCodec.BUILDERS
                .createArrayBuilder()
                .add(object().add("Name", "OfferingSku").add("Value", "QuickBooks Online Plus"))
                .add(object().add("Name", "IndustryType").add("Value", "Small business")))
        .add("domain", "QBO")
        .add("sparse", false)
        .add("Id", "1")
        .add("SyncToken", "4")
        .add("MetaData", metaData(LocalDate.of(2019, 3, 4), LocalDate.of(2026, 6, 1)))
        .build();
  }

  static JsonObject customer(
      int id,
      String name,
      String givenName,
      String familyName,
      String place,
      boolean active,
      int balance) {
    String mailbox = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return object()
        .add("Taxable", true)
        .add("BillAddr", address(id + 1, (100 + 7 * id) + " Main Street", place))
        .add("Job", false)
        .add("BillWithParent", false)
        .add("Balance", balance)
        .add("BalanceWithJobs", balance)
        .add("CurrencyRef", ref("USD", "United States Dollar"))
        .add("PreferredDeliveryMethod", "Email")
        .add("domain", "QBO")
        .add("sparse", false)
        .add("Id", Integer.toString(id))
        .add("SyncToken", "0")
        .add("MetaData", metaData(LocalDate.of(2026, 1, 10 + id), LocalDate.of(2026, 7, 10 + id)))
        .add("GivenName", givenName)
        .add("FamilyName", familyName)
        .add("FullyQualifiedName", name)
        .add("CompanyName", name)
        .add("DisplayName", name)
        .add("PrintOnCheckName", name)
        .add("Active", active)
        .add("PrimaryPhone", object().add("FreeFormNumber", "(415) 555-01%02d".formatted(id)))
        .add("PrimaryEmailAddr", object().add("Address", mailbox + "@example.com"))
        .build();
  }

  static JsonObject invoice(
      int id,
      String docNumber,
      LocalDate date,
      int customerId,
      String customerName,
      List<String> items,
      int variant) {
    JsonArrayBuilder lines = JsonCodec.BUILDERS.createArrayBuilder();
    BigDecimal total = BigDecimal.ZERO;
    int lineCount = 1 + variant % 2;
    for (int line = 0; line < lineCount; line++) {
      int item = (variant + line) % items.size();
      String[] parts = items.get(item).split("\\|");
      BigDecimal price = new BigDecimal(parts[1]);
      int quantity = 1 + (variant * 3 + line) % 5;
      BigDecimal amount =
          price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
      total = total.add(amount);
      lines.add(
          object()
              .add("Id", Integer.toString(line + 1))
              .add("LineNum", line + 1)
              .add("Description", parts[0])
              .add("Amount", amount)
              .add("DetailType", "SalesItemLineDetail")
              .add(
                  "SalesItemLineDetail",
                  object()
                      .add("ItemRef", ref(Integer.toString(item + 1), parts[0]))
                      .add("UnitPrice", price)
                      .add("Qty", quantity)
                      .add("TaxCodeRef", object().add("value", "NON"))));
    }
    lines.add(
        object()
            .add("Amount", total)
            .add("DetailType", "SubTotalLineDetail")
            .add("SubTotalLineDetail", object()));
    boolean paid = variant % 3 == 0;
    return object()
        .add("AllowIPNPayment", false)
        .add("AllowOnlinePayment", false)
        .add("domain", "QBO")
        .add("sparse", false)
        .add("Id", Integer.toString(id))
        .add("SyncToken", paid ? "1" : "0")
        .add("MetaData", metaData(date, paid ? date.plusDays(20) : date))
        .add("DocNumber", docNumber)
        .add("TxnDate", date.toString())
        .add("CurrencyRef", ref("USD", "United States Dollar"))
        .add("PrivateNote", "Order by phone")
        .add("Line", lines)
        .add("CustomerRef", ref(Integer.toString(customerId), customerName))
        .add("CustomerMemo", object().add("value", "Thank you for your business."))
        .add("DueDate", date.plusDays(30).toString())
        .add("TotalAmt", total)
        .add("ApplyTaxAfterDiscount", false)
        .add("PrintStatus", "NeedToPrint")
        .add("EmailStatus", "NotSet")
        .add("Balance", paid ? BigDecimal.ZERO : total)
        .build();
  }

  private static JsonObjectBuilder address(int id, String street, String place) {
    String[] parts = place.split(", ");
    return object()
        .add("Id", Integer.toString(id))
        .add("Line1", street)
        .add("City", parts[0])
        .add("CountrySubDivisionCode", parts[1])
        .add("PostalCode", parts[2]);
  }

  private static JsonObjectBuilder ref(String value, String name) {
    return object().add("value", value).add("name", name);
  }

  private static JsonObjectBuilder metaData(LocalDate created, LocalDate updated) {
    return object()
        .add("CreateTime", created + "T09:12:00-07:00")
        .add("LastUpdatedTime", updated + "T16:40:00-07:00");
  }

  private static JsonObjectBuilder object() {
    return JsonCodec.BUILDERS.createObjectBuilder();
  }
}
