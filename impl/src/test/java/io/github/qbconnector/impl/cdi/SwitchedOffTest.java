package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.Secret;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.OnlineConnector;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With {@code quickbooks.enabled=false} the application runs as before. */
class SwitchedOffTest {
  private static <T> T off(Class<T> type, @Nullable Product configured) {
    return type.cast(SwitchedOff.of(type, "office", configured));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining("quickbooks.enabled=false");
  }

  @Test
  void everyConnectorSaysWhoItIsAndHasNoConnections() {
    DesktopConnector desktop = off(DesktopConnector.class, Product.DESKTOP);
    assertThat(desktop.name()).isEqualTo("office");
    assertThat(desktop.product()).isEqualTo(Product.DESKTOP);
    assertThat(desktop.connections()).isEmpty();
    assertThat(off(OnlineConnector.class, Product.ONLINE).connections()).isEmpty();
  }

  @Test
  void withoutAProductTheTypeTellsIt() {
    assertThat(off(DesktopConnector.class, null).product()).isEqualTo(Product.DESKTOP);
    assertThat(off(OnlineConnector.class, null).product()).isEqualTo(Product.ONLINE);
    assertThat(off(QuickBooksConnector.class, Product.DESKTOP).product())
        .isEqualTo(Product.DESKTOP);
  }

  @Test
  void everyCallIsRefusedInWordsOperationsUnderstand() {
    DesktopConnector desktop = off(DesktopConnector.class, null);
    assertRefused(desktop::connection);
    assertRefused(() -> desktop.connection("june"));
    assertRefused(() -> desktop.adopt("june", "end_usr_1"));
    ConductorClient conductor = off(ConductorClient.class, null);
    assertRefused(conductor::endUsers);
    assertRefused(conductor::authSessions);
    assertRefused(() -> conductor.ping("end_usr_1"));
    assertRefused(() -> off(IntuitOAuthClient.class, null).revoke(Secret.of("x")));
  }

  @Test
  void theyAreObjectsLikeOthers() {
    for (Class<?> type : InjectedConnectors.types(null)) {
      Object one = SwitchedOff.of(type, "office", null);
      assertThat(List.of(one)).contains(one).doesNotContain(SwitchedOff.of(type, "office", null));
      assertThat(one).hasSameHashCodeAs(one);
      assertThat(one.toString()).contains("quickbooks.enabled=false");
    }
  }
}
