package io.github.qbconnector.simulator.intuit.accounting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The companies that a person can choose from. */
public final class Companies {

  private final Map<String, Company> companies = new LinkedHashMap<>();

  /** Creates the seeded companies. */
  public Companies() {
    reset();
  }

  /** All companies in a fixed order. */
  public synchronized List<Company> list() {
    return new ArrayList<>(companies.values());
  }

  /** The company of this realm id. */
  public synchronized Optional<Company> find(String realmId) {
    return Optional.ofNullable(companies.get(realmId));
  }

  /** The first company. */
  public synchronized Company first() {
    return companies.values().iterator().next();
  }

  /** Adds a company without customers and invoices, for tests that need many. */
  public synchronized Company add(String realmId, String name) {
    Company company =
        new Company(realmId, name, SeedEntities.companyInfo(name, "Springfield, IL, 62701"));
    companies.put(realmId, company);
    return company;
  }

  /** Removes a company. */
  public synchronized boolean remove(String realmId) {
    return companies.remove(realmId) != null;
  }

  /** Restores the seeded companies. */
  public synchronized void reset() {
    companies.clear();
    for (Company company : SeedCompanies.create()) {
      companies.put(company.realmId(), company);
    }
  }
}
