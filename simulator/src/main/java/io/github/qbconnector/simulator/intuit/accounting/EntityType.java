package io.github.qbconnector.simulator.intuit.accounting;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of entities that can be read. */
public enum EntityType {
  /** The company itself. */
  COMPANY_INFO("CompanyInfo", false),
  /** A customer. */
  CUSTOMER("Customer", true),
  /** An invoice. */
  INVOICE("Invoice", false);

  private final String json;
  private final boolean nameList;

  EntityType(String json, boolean nameList) {
    this.json = json;
    this.nameList = nameList;
  }

  static Optional<EntityType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.json.equalsIgnoreCase(name)).findFirst();
  }

  /** The name in JSON, XML and queries. */
  public String json() {
    return json;
  }

  /** Lists of names show only active entities unless a query says otherwise. */
  boolean nameList() {
    return nameList;
  }
}
