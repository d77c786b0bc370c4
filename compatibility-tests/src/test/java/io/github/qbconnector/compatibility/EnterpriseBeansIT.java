package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.beans.BeansServlet;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enterprise beans: exceptions keep their type, transactions do not survive them, beans do. */
@OnServer
class EnterpriseBeansIT {
  private static final String CONTEXT = "enterprise-beans";
  private static final String REALM = "9130357762000025";
  private static final String REFUSED = "outcome=%s;commit=rolled back;written=0;bean=alive";
  private static final String DONE =
      "outcome=Northwind Plumbing LLC;commit=done;written=1;bean=alive";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addPackage(BeansServlet.class.getPackage())
        .addClasses(AdoptServlet.class, Databases.class, HeaderLoginFilter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aCallForAnOwnerWithoutAConnectionIsCaughtByTypeAndRollsBack(String bean) {
    assertThat(nobody.open("/beans?bean=" + bean + "&owner=stranger").body())
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aCallForARevokedConnectionIsCaughtByTypeAndRollsBack(String bean) {
    String owner = "revoked-" + bean;
    adopt(owner);
    TestServer.simulator().intuit().grants().revoke(REALM);

    assertThat(nobody.open("/beans?bean=" + bean + "&owner=" + owner).body())
        .isEqualTo(REFUSED.formatted("ReconnectRequiredException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aCallThatSucceedsLeavesTheTransactionAlone(String bean) {
    String owner = "good-" + bean;
    adopt(owner);

    assertThat(nobody.open("/beans?bean=" + bean + "&owner=" + owner).body()).isEqualTo(DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aBeanThatRequiresQuickBooksIsNotEnteredWithoutAConnection(String bean) {
    assertThat(nobody.open("/beans?bean=" + bean).body())
        .as("nobody is logged in")
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
    assertThat(nobody.knownToTheApplication("new-" + bean).open("/beans?bean=" + bean).body())
        .as("not connected")
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aBeanThatRequiresQuickBooksSeesTheCallersConnection(String bean) {
    String owner = "caller-" + bean;
    adopt(owner);
    Browser caller = nobody.knownToTheApplication(owner);

    assertThat(caller.open("/beans?bean=" + bean).body()).isEqualTo(DONE);

    TestServer.simulator().intuit().grants().revoke(REALM);
    assertThat(caller.open("/beans?bean=" + bean).body())
        .isEqualTo(REFUSED.formatted("ReconnectRequiredException"));
  }

  private void adopt(String owner) {
    Adoption.through(nobody).of(owner, REALM);
  }
}
