package io.github.qbconnector.impl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class HeldConnectionTest {
  private final Deque<Boolean> isBound = new ArrayDeque<>();
  private final List<String> closed = new ArrayList<>();
  private int lent;

  /** A pool whose connections do not commit by themselves; some are bound to a transaction. */
  private final DataSource pool =
      (DataSource)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> lend(isBound.remove()));

  private Connection lend(boolean bound) {
    String name = "connection " + ++lent;
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getAutoCommit" -> {
                  return false;
                }
                case "rollback" -> {
                  if (bound) {
                    throw new SQLException("You cannot rollback during a managed transaction");
                  }
                }
                case "close" -> closed.add(name);
                case "getNetworkTimeout" -> {
                  return 0;
                }
                case "toString" -> {
                  return name;
                }
                default -> {
                  // Nothing to tell.
                }
              }
              return null;
            });
  }

  @Test
  void aConnectionThatIsBoundToSomebodysTransactionIsChangedForAnother() throws SQLException {
    isBound.addAll(List.of(true, false));
    HeldConnection held = new HeldConnection(() -> pool);
    assertThat(held.open()).hasToString("connection 2");
    assertThat(closed).containsExactly("connection 1");
  }

  @Test
  void aPoolThatHasNoOtherIsAnOutageAndGetsAllBack() {
    isBound.addAll(List.of(true, true));
    HeldConnection held = new HeldConnection(() -> pool);
    assertThatThrownBy(held::open).hasMessageContaining("managed transaction");
    assertThat(closed).containsExactlyInAnyOrder("connection 1", "connection 2");
  }
}
