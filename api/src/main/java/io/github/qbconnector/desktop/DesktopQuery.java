package io.github.qbconnector.desktop;

import io.github.qbconnector.Experimental;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which objects of a company file to list. Immutable.
 *
 * @param resource Conductor's name of the resource, for instance {@code invoices}
 * @param filters Conductor's filters by name, for instance {@code customerIds}
 * @param atMost how many objects to return at most, 1 to {@value #MOST}
 */
@Experimental
public record DesktopQuery(String resource, Map<String, List<String>> filters, int atMost) {
  /** The longest list that is held in memory. */
  public static final int MOST = 10_000;

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the resource is not a name, a filter is a paging parameter,
   *     or the number is out of bounds
   */
  public DesktopQuery {
    if (!resource.matches("[a-z][a-z-]{1,60}")) {
      throw new IllegalArgumentException("A resource is a name such as invoices: " + resource);
    }
    if (atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException("A list holds 1 to " + MOST + " objects.");
    }
    Map<String, List<String>> copy = new LinkedHashMap<>();
    filters.forEach(
        (name, values) -> {
          if (name.equals("limit") || name.equals("cursor")) {
            throw new IllegalArgumentException("Paging is the connector's; use atMost.");
          }
          copy.put(name, List.copyOf(values));
        });
    filters = Collections.unmodifiableMap(copy);
  }

  /**
   * All objects of a resource, at most {@value #MOST}.
   *
   * @param resource Conductor's name, for instance {@code customers}
   * @return the query
   */
  public static DesktopQuery of(String resource) {
    return new DesktopQuery(resource, Map.of(), MOST);
  }

  /**
   * The same query with one filter more; several values of one name are sent as several.
   *
   * @param name Conductor's name of the filter, for instance {@code transactionDateFrom}; not the
   *     paging parameters {@code limit} and {@code cursor}, which are the connector's
   * @param value its value
   * @return a copy
   * @throws IllegalArgumentException if the name is a paging parameter
   */
  public DesktopQuery with(String name, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(filters);
    List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
    values.add(value);
    more.put(name, values);
    return new DesktopQuery(resource, more, atMost);
  }

  /**
   * The same query for fewer objects; QuickBooks is not asked for more pages than they need.
   *
   * @param objects at most how many, 1 to {@value #MOST}
   * @return a copy
   * @throws IllegalArgumentException if the number is out of bounds
   */
  public DesktopQuery atMost(int objects) {
    return new DesktopQuery(resource, filters, objects);
  }
}
