package io.github.qbconnector.simulator.intuit.accounting;

import static io.github.qbconnector.simulator.intuit.accounting.FieldType.BOOLEAN;
import static io.github.qbconnector.simulator.intuit.accounting.FieldType.NUMBER;
import static io.github.qbconnector.simulator.intuit.accounting.FieldType.TEXT;
import static io.github.qbconnector.simulator.intuit.accounting.FieldType.TIME;

import java.util.Map;
import java.util.Optional;

/** The fields that conditions and orders of queries may name; Intuit refuses all others. */
final class QueryableFields {

  private static final Map<String, FieldType> COMMON =
      Map.of(
          "Id", NUMBER,
          "SyncToken", TEXT,
          "MetaData.CreateTime", TIME,
          "MetaData.LastUpdatedTime", TIME);

  private static final Map<String, FieldType> COMPANY_INFO =
      Map.of("CompanyName", TEXT, "LegalName", TEXT);

  private static final Map<String, FieldType> CUSTOMER =
      Map.of(
          "DisplayName", TEXT,
          "CompanyName", TEXT,
          "GivenName", TEXT,
          "FamilyName", TEXT,
          "FullyQualifiedName", TEXT,
          "PrintOnCheckName", TEXT,
          "PrimaryEmailAddr", TEXT,
          "Active", BOOLEAN,
          "Balance", NUMBER);

  private static final Map<String, FieldType> INVOICE =
      Map.of(
          "DocNumber", TEXT,
          "TxnDate", TIME,
          "DueDate", TIME,
          "CustomerRef", TEXT,
          "CurrencyRef", TEXT,
          "TotalAmt", NUMBER,
          "Balance", NUMBER);

  private QueryableFields() {}

  static Optional<FieldType> find(EntityType type, String field) {
    Map<String, FieldType> own =
        switch (type) {
          case COMPANY_INFO -> COMPANY_INFO;
          case CUSTOMER -> CUSTOMER;
          case INVOICE -> INVOICE;
        };
    return Optional.ofNullable(own.get(field)).or(() -> Optional.ofNullable(COMMON.get(field)));
  }
}
