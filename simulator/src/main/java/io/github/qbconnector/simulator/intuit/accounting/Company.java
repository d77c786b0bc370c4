package io.github.qbconnector.simulator.intuit.accounting;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A company's books: its own description, customers and invoices. */
public final class Company {

  private final String realmId;
  private final String name;
  private final Map<EntityType, Map<Long, JsonObject>> entities =
      Map.of(
          EntityType.COMPANY_INFO, new ConcurrentSkipListMap<>(),
          EntityType.CUSTOMER, new ConcurrentSkipListMap<>(),
          EntityType.INVOICE, new ConcurrentSkipListMap<>());

  /** Creates a company without customers and invoices. */
  public Company(String realmId, String name, JsonObject companyInfo) {
    if (!realmId.matches("\\d{10,19}")) {
      throw new IllegalArgumentException("A realm id has 10 to 19 digits");
    }
    this.realmId = realmId;
    this.name = name;
    put(EntityType.COMPANY_INFO, companyInfo);
  }

  /** The realm id. */
  public String realmId() {
    return realmId;
  }

  /** The name that people see. */
  public String name() {
    return name;
  }

  /** Adds an entity, or replaces the one with the same {@code Id}. */
  public void put(EntityType type, JsonObject entity) {
    of(type).put(Long.valueOf(entity.getString("Id")), entity);
  }

  /** The entity of this id; a company answers to its realm id. */
  public Optional<JsonObject> find(EntityType type, String id) {
    if (type == EntityType.COMPANY_INFO) {
      return id.equals(realmId) ? list(type).stream().findFirst() : Optional.empty();
    }
    return id.matches("\\d{1,18}")
        ? Optional.ofNullable(of(type).get(Long.valueOf(id)))
        : Optional.empty();
  }

  /** All entities of a type, by id. */
  public List<JsonObject> list(EntityType type) {
    return List.copyOf(of(type).values());
  }

  private Map<Long, JsonObject> of(EntityType type) {
    Map<Long, JsonObject> byId = entities.get(type);
    if (byId == null) {
      throw new IllegalArgumentException(type.name().toLowerCase(Locale.ROOT));
    }
    return byId;
  }
}
