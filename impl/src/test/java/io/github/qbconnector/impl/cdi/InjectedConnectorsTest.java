package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.impl.config.InvalidConfigurationException;
import io.github.qbconnector.impl.config.Problem;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InjectedConnectorsTest {
  private final InjectedConnectors injected = new InjectedConnectors();

  /** What an application may want; one field a wish. */
  @SuppressWarnings({"unused", "NullAway.Init"})
  static final class Reports {
    QuickBooksConnector whichever;
    OnlineConnector online;
    IntuitOAuthClient intuit;
    DesktopConnector desktop;

    @QuickBooks("office")
    DesktopConnector office;

    @QuickBooks("office")
    ConductorClient conductor;

    @QuickBooks("payroll")
    QuickBooksConnector payroll;

    @Any Instance<QuickBooksConnector> all;
    @Any DesktopConnector some;
    String other;
  }

  private void inject(String... fields) throws NoSuchFieldException {
    for (String name : fields) {
      Field field = Reports.class.getDeclaredField(name);
      injected.add(new FieldPoint(field));
    }
  }

  private String refusal(String product) {
    return told(injected.problems(products(Product.valueOf(product.toUpperCase(Locale.ROOT)))));
  }

  private static String told(List<Problem> problems) {
    return String.valueOf(new InvalidConfigurationException(problems).getMessage());
  }

  @Test
  void whatFitsIsAccepted() throws NoSuchFieldException {
    inject("whichever", "desktop", "office", "conductor", "all", "some", "other");
    assertThat(injected.problems(products(Product.DESKTOP))).isEmpty();
    assertThat(injected.missing(products(Product.DESKTOP))).isEmpty();
  }

  private static Map<String, @Nullable Product> products(@Nullable Product first) {
    Map<String, @Nullable Product> products = new HashMap<>();
    products.put(QuickBooks.DEFAULT, first);
    products.put("office", Product.DESKTOP);
    return products;
  }

  @Test
  void aNameNobodyConfiguredIsToldWithItsPlaceAndTheRemedy() throws NoSuchFieldException {
    inject("payroll");
    assertThat(refusal("online"))
        .contains("quickbooks.connectors: no connector 'payroll'")
        .contains("'payroll' among them, and quickbooks.connector.payroll.product=")
        .contains("online or desktop")
        .contains(Reports.class.getName() + ".payroll injects it");
    assertThat(injected.missing(products(Product.ONLINE)))
        .singleElement()
        .isEqualTo(new InjectedConnectors.Wanted("payroll", QuickBooksConnector.class));
  }

  @Test
  void aDefaultConnectorThatIsMissingIsAskedForByItsProduct() throws NoSuchFieldException {
    inject("desktop");
    assertThat(told(injected.problems(Map.of())))
        .contains("quickbooks.product: no connector 'default'; expected desktop")
        .contains(Reports.class.getName() + ".desktop");
  }

  @Test
  void aWrongProductIsToldWithItsPlaceAndTheWayOut() throws NoSuchFieldException {
    inject("desktop");
    assertThat(refusal("online"))
        .contains("quickbooks.product: online; expected desktop")
        .contains(Reports.class.getName() + ".desktop injects DesktopConnector")
        .contains("or inject OnlineConnector or QuickBooksConnector there");
  }

  @Test
  void theOtherWayRoundIsToldToo() throws NoSuchFieldException {
    inject("online", "intuit");
    assertThat(refusal("desktop"))
        .contains("2 problems")
        .contains("quickbooks.product: desktop; expected online")
        .contains(Reports.class.getName() + ".intuit injects IntuitOAuthClient")
        .contains("or inject DesktopConnector or QuickBooksConnector there");
  }

  @Test
  void everyConnectorHasTheTypesOfItsProduct() {
    assertThat(InjectedConnectors.types(Product.ONLINE))
        .containsExactlyInAnyOrder(
            QuickBooksConnector.class, OnlineConnector.class, IntuitOAuthClient.class);
    assertThat(InjectedConnectors.types(Product.DESKTOP))
        .containsExactlyInAnyOrder(
            QuickBooksConnector.class, DesktopConnector.class, ConductorClient.class);
    assertThat(InjectedConnectors.types(null)).hasSize(5);
  }

  @Test
  void withoutAProductNothingIsMissing() throws NoSuchFieldException {
    inject("online", "desktop", "office");
    assertThat(injected.missing(products(null))).isEmpty();
  }
}
