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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Enterprise beans: exceptions keep their type, transactions do not survive them, beans do. */
@OnServer
abstract class EnterpriseBeanPromises {
  private static final String REALM = "9130357762000025";
  private static final String REFUSED = "outcome=%s;commit=rolled back;written=0;bean=alive";
  private static final String DONE =
      "outcome=Northwind Plumbing LLC;commit=done;written=1;bean=alive";

  private final String bean;
  private final Browser nobody;

  EnterpriseBeanPromises(String context, String bean) {
    this.bean = bean;
    this.nobody = Browser.of(TestServer.url(context));
  }

  static WebArchive war(String context) {
    return Wars.connected(context)
        .addPackage(BeansServlet.class.getPackage())
        .addClasses(AdoptServlet.class, Databases.class, HeaderLoginFilter.class);
  }

  @Test
  void aCallForAnOwnerWithoutAConnectionIsCaughtByTypeAndRollsBack() {
    assertThat(nobody.open("/beans?bean=" + bean + "&owner=stranger").body())
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
  }

  @Test
  void aCallForARevokedConnectionIsCaughtByTypeAndRollsBack() {
    String owner = "revoked-" + bean;
    adopt(owner);
    TestServer.simulator().intuit().grants().revoke(REALM);

    assertThat(nobody.open("/beans?bean=" + bean + "&owner=" + owner).body())
        .isEqualTo(REFUSED.formatted("ReconnectRequiredException"));
  }

  @Test
  void aCallThatSucceedsLeavesTheTransactionAlone() {
    String owner = "good-" + bean;
    adopt(owner);

    assertThat(nobody.open("/beans?bean=" + bean + "&owner=" + owner).body()).isEqualTo(DONE);
  }

  @Test
  void aBeanThatRequiresQuickBooksIsNotEnteredWithoutAConnection() {
    assertThat(nobody.open("/beans?bean=" + bean).body())
        .as("nobody is logged in")
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
    assertThat(nobody.knownToTheApplication("new-" + bean).open("/beans?bean=" + bean).body())
        .as("not connected")
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
  }

  @Test
  void aBeanThatRequiresQuickBooksSeesTheCallersConnection() {
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
