package io.github.qbconnector.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopQueryTest {

  @Test
  void itGrowsByCopies() {
    DesktopQuery all = DesktopQuery.of("invoices");
    DesktopQuery some =
        all.with("customerIds", "80000001-1").with("customerIds", "80000002-1").atMost(20);
    assertThat(all.filters()).isEmpty();
    assertThat(all.atMost()).isEqualTo(DesktopQuery.MOST);
    assertThat(some.filters())
        .containsExactly(Map.entry("customerIds", List.of("80000001-1", "80000002-1")));
    assertThat(some.atMost()).isEqualTo(20);
    assertThat(some.resource()).isEqualTo("invoices");
  }

  @Test
  void whatItWasMadeOfDoesNotChangeIt() {
    List<String> values = new ArrayList<>(List.of("1"));
    Map<String, List<String>> filters = new HashMap<>(Map.of("ids", values));
    DesktopQuery query = new DesktopQuery("credit-memos", filters, 1);
    values.add("2");
    filters.clear();
    assertThat(query.filters()).containsExactly(Map.entry("ids", List.of("1")));
    assertThatThrownBy(() -> query.filters().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "Invoices", "invoices/1", "../end-users", "invoices?limit=1", " a"})
  void aResourceIsAName(String resource) {
    assertThatThrownBy(() -> DesktopQuery.of(resource))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, DesktopQuery.MOST + 1})
  void aListIsBounded(int objects) {
    DesktopQuery query = DesktopQuery.of("customers");
    assertThatThrownBy(() -> query.atMost(objects)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "cursor"})
  void pagingIsTheConnectors(String name) {
    DesktopQuery query = DesktopQuery.of("customers");
    assertThatThrownBy(() -> query.with(name, "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DesktopQuery("customers", Map.of(name, List.of("1")), 1))
        .as("whichever way")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
