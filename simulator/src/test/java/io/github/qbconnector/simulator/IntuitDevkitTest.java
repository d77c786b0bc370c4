package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.intuit.ipp.core.Context;
import com.intuit.ipp.core.ServiceType;
import com.intuit.ipp.data.CompanyInfo;
import com.intuit.ipp.data.Customer;
import com.intuit.ipp.data.Invoice;
import com.intuit.ipp.exception.AuthenticationException;
import com.intuit.ipp.exception.FMSException;
import com.intuit.ipp.security.OAuth2Authorizer;
import com.intuit.ipp.services.DataService;
import com.intuit.ipp.services.QueryResult;
import com.intuit.ipp.util.Config;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intuit's own accounting client for Java, unmodified: it is only told another base URL. */
@ExtendWith(SimulatorExtension.class)
class IntuitDevkitTest {

  private final QuickBooksSimulator simulator;

  IntuitDevkitTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
  }

  @BeforeEach
  void configure() {
    Config.setProperty(Config.BASE_URL_QBO, simulator.intuit().url() + "/v3/company");
    // The default transport of the devkit drops the port of the base URL.
    Config.setProperty(Config.HTTP_TRANSPORT, "HTTP_URL_CONNECTION");
    Config.setProperty(Config.SERIALIZATION_RESPONSE_FORMAT, "json");
    Config.setProperty(Config.RETRY_MODE, "");
  }

  private DataService service(String realmId) throws FMSException {
    String access =
        simulator
            .intuit()
            .grants()
            .issue("sim-client", BAKERY, TestClient.ACCOUNTING)
            .accessToken();
    return new DataService(new Context(new OAuth2Authorizer(access), ServiceType.QBO, realmId));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void readsTheCompanyTheCustomersAndTheInvoices(String format) throws FMSException {
    Config.setProperty(Config.SERIALIZATION_RESPONSE_FORMAT, format);
    DataService service = service(BAKERY);

    CompanyInfo company = new CompanyInfo();
    company.setId(BAKERY);
    assertThat(service.findById(company).getCompanyName()).isEqualTo("Harbor Street Bakery");

    Customer customer = new Customer();
    customer.setId("1");
    assertThat(service.findById(customer).getDisplayName()).isEqualTo("Cliffside Inn");

    Invoice invoice = new Invoice();
    invoice.setId("102");
    Invoice found = service.findById(invoice);
    assertThat(found.getCustomerRef().getName()).isEqualTo("Pillar Point Cafe");
    assertThat(found.getLine()).hasSize(3);
    assertThat(found.getTotalAmt()).isGreaterThan(BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void queriesWithGetAndWithPost(String format) throws FMSException {
    Config.setProperty(Config.SERIALIZATION_RESPONSE_FORMAT, format);
    DataService service = service(BAKERY);

    QueryResult page = service.executeQuery("select * from Invoice maxresults 3");
    assertThat(page.getEntities()).hasSize(3).allMatch(Invoice.class::isInstance);
    assertThat(service.executeQuery("select count(*) from Invoice").getTotalCount()).isEqualTo(10);

    // A statement of more than 200 characters makes the devkit send a POST.
    String padded = "select * from Customer where DisplayName like 'Cliff%'" + " ".repeat(200);
    assertThat(service.executeQuery(padded).getEntities()).hasSize(1);
    assertThat(simulator.requests().last().orElseThrow().method()).isEqualTo("POST");
  }

  @Test
  void seesARevokedTokenAsAnAuthenticationError() throws FMSException {
    DataService service = service(BAKERY);
    simulator.intuit().grants().revoke(BAKERY);

    assertThatThrownBy(() -> service.executeQuery("select * from Invoice"))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void seesOtherRefusalsAsErrors() throws FMSException {
    DataService service = service(BAKERY);

    assertThatThrownBy(() -> service.executeQuery("select * from Unicorn"))
        .isInstanceOf(FMSException.class);
    DataService wrongCompany = service(PLUMBING);
    assertThatThrownBy(() -> wrongCompany.executeQuery("select * from Invoice"))
        .isInstanceOf(FMSException.class);
  }
}
