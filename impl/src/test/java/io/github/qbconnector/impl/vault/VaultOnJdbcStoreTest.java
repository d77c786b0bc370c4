package io.github.qbconnector.impl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.Database;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.spi.ConnectionStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultOnJdbcStoreTest extends VaultPromises {
  private final JdbcDataSource h2 = new JdbcDataSource();
  private final ConnectionStore store = store(() -> h2, true);
  private @Nullable Connection keepsTheDatabase;

  VaultOnJdbcStoreTest() {
    h2.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
  }

  private static ConnectionStore store(Supplier<DataSource> dataSource, boolean createSchema) {
    return new JdbcStore(
        new Database(
            new CallersThread(
                dataSource,
                new CallersThread.OwnTransaction() {
                  @Override
                  public <T extends @Nullable Object> T run(Supplier<T> work) {
                    return work.get();
                  }
                }),
            createSchema));
  }

  private ConnectionVault over(Supplier<DataSource> dataSource, boolean createSchema) {
    return new ConnectionVault(store(dataSource, createSchema), sealer::get, clock);
  }

  @BeforeEach
  void open() throws SQLException {
    keepsTheDatabase = h2.getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    if (keepsTheDatabase != null) {
      keepsTheDatabase.close();
    }
  }

  @Override
  ConnectionStore store() {
    return store;
  }

  @Override
  void letPass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void noTokenOrLinkStandsInTheDatabaseInTheClear() throws SQLException {
    vault().put(connection(key, "123", null));
    assertThatNoColumnShows("access-one", "refresh-one");
    StoredConnection linking = vault().put(linking(key, "end_usr_1"));
    assertThatNoColumnShows("MARKER-LINK", "connect.example");
    vault().replace(linking.opened(Objects.requireNonNull(linking.link()), "June"));
    assertThatNoColumnShows("MARKER-LINK", "connect.example");
  }

  private void assertThatNoColumnShows(String... secrets) throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM qbc_connection")) {
      assertThat(row.next()).isTrue();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        assertThat(String.valueOf(row.getString(column))).doesNotContain(secrets);
      }
    }
  }

  @Test
  void aRowOpensInItsPlaceOnly() throws SQLException {
    vault().put(connection(key, "123", null));
    vault().put(connection(new ConnectionKey("default", "nora"), "123", null));
    execute(
        "UPDATE qbc_connection SET content ="
            + " (SELECT content FROM qbc_connection WHERE owner_id = 'nora')"
            + " WHERE owner_id = 'hanna'");
    assertThatThrownBy(() -> find(key)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void sealedFieldsCannotBeSwappedAndBelongToTheirGenerationAndCompany() throws SQLException {
    StoredConnection stored = vault().put(connection(key, "123", null));
    String good = content();
    for (String bad :
        List.of(
            good.replace("\"accessToken\"", "\"x\"")
                .replace("\"refreshToken\"", "\"accessToken\"")
                .replace("\"x\"", "\"refreshToken\""),
            good.replace("" + stored.generation(), "" + (stored.generation() + 1)),
            good.replace("\"123\"", "\"456\""),
            good.substring(0, good.length() / 2),
            good.replace("\"obtainedAt\"", "\"other\""),
            good.replaceAll("v1\\.[^.]*\\.", "v1.gone."))) {
      contentIs(bad);
      assertThatThrownBy(() -> find(key)).as(bad).isInstanceOf(SealBrokenException.class);
    }
    contentIs(good);
    assertThat(found()).isEqualTo(stored);
  }

  private String content() throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT content FROM qbc_connection")) {
      row.next();
      return row.getString(1);
    }
  }

  private void contentIs(String content) throws SQLException {
    try (Connection connection = h2.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE qbc_connection SET content = ?")) {
      statement.setString(1, content);
      statement.executeUpdate();
    }
  }

  @Test
  void aRemovedKeyLeavesTheRowsAlone() throws SQLException {
    vault().put(connection(key, "123", null));
    Sealer before =
        sealer.getAndSet(
            new Sealer(
                List.of(
                    EncryptionKey.parse("other:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))));
    assertThatThrownBy(() -> find(key)).isInstanceOf(SealBrokenException.class);
    sealer.set(before);
    assertThat(found().companyId()).isEqualTo("123");
  }

  @Test
  void withoutLeaveToCreateTheSchemaItSaysWhatToDo() {
    JdbcDataSource empty = new JdbcDataSource();
    empty.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
    ConnectionVault strict = over(() -> empty, false);
    assertThatThrownBy(() -> strict.find(key))
        .isInstanceOf(VaultUnavailableException.class)
        .rootCause()
        .hasMessageContaining("schema/1.sql");
  }

  @Test
  void aDatabaseThatIsAwayIsAnOutageAndComesBack() {
    AtomicReference<DataSource> source = new AtomicReference<>(h2);
    ConnectionVault shaky = over(source::get, true);
    shaky.put(connection(key, "123", null));
    JdbcDataSource away = new JdbcDataSource();
    away.setURL("jdbc:h2:tcp://localhost:1/none");
    source.set(away);
    assertThatThrownBy(() -> shaky.find(key)).isInstanceOf(VaultUnavailableException.class);
    source.set(h2);
    assertThat(shaky.find(key)).isNotNull();
  }

  @Test
  void aDataSourceWithoutAutoCommitIsCommitted() {
    DataSource manual = new ManualCommit(h2);
    ConnectionVault careful = over(() -> manual, true);
    careful.put(connection(key, "123", null));
    assertThat(found().companyId()).isEqualTo("123");
  }
}
