package io.github.qbconnector.impl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcVaultTest extends VaultContract {
  private final JdbcDataSource h2 = new JdbcDataSource();
  private final AtomicReference<Sealer> sealer =
      new AtomicReference<>(new Sealer(List.of(EncryptionKey.ephemeral())));
  private final JdbcVault vault = new JdbcVault(database(() -> h2, true), sealer::get, clock);
  private @Nullable Connection keepsTheDatabase;

  JdbcVaultTest() {
    h2.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
  }

  private static Database database(Supplier<DataSource> dataSource, boolean createSchema) {
    return new Database(
        dataSource,
        createSchema,
        new Database.OwnTransaction() {
          @Override
          public <T extends @Nullable Object> T run(Supplier<T> work) {
            return work.get();
          }
        });
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
  ConnectionVault vault() {
    return vault;
  }

  @Override
  FlowVault flows() {
    return vault;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void noTokenOrLinkStandsInTheDatabaseInTheClear() throws SQLException {
    vault.put(connection(key, "123", null));
    assertThatNoColumnShows("access-one", "refresh-one");
    StoredConnection linking = vault.put(linking(key, "end_usr_1"));
    assertThatNoColumnShows("MARKER-LINK", "connect.example");
    vault.replace(linking.opened(Objects.requireNonNull(linking.link()), "June"));
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
  void sealedColumnsCannotBeSwappedBetweenRowsOrGenerations() throws SQLException {
    vault.put(connection(key, "123", null));
    vault.put(connection(new ConnectionKey("default", "nora"), "123", null));
    execute(
        "UPDATE qbc_connection SET refresh_token ="
            + " (SELECT refresh_token FROM qbc_connection WHERE owner_id = 'nora')"
            + " WHERE owner_id = 'hanna'");
    assertThatThrownBy(() -> vault.find(key)).isInstanceOf(SealBrokenException.class);
    ConnectionKey nora = new ConnectionKey("default", "nora");
    execute("UPDATE qbc_connection SET generation = generation - 1 WHERE owner_id = 'nora'");
    assertThatThrownBy(() -> vault.find(nora)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aSealedLinkOpensInItsRowColumnAndGenerationOnly() throws SQLException {
    ConnectionKey nora = new ConnectionKey("default", "nora");
    vault.put(linking(key, "end_usr_1"));
    vault.put(linking(nora, "end_usr_1"));
    execute(
        "UPDATE qbc_connection SET access_token = link_url, refresh_token = link_url,"
            + " access_expires_at = 1, renewable_until = 1, link_url = NULL"
            + " WHERE owner_id = 'nora'");
    assertThatThrownBy(() -> vault.find(nora)).isInstanceOf(SealBrokenException.class);
    vault.put(linking(nora, "end_usr_1"));
    execute("UPDATE qbc_connection SET generation = generation + 1 WHERE owner_id = 'nora'");
    assertThatThrownBy(() -> vault.find(nora)).isInstanceOf(SealBrokenException.class);
    execute(
        "UPDATE qbc_connection SET link_url ="
            + " (SELECT link_url FROM qbc_connection WHERE owner_id = 'nora')"
            + " WHERE owner_id = 'hanna'");
    assertThatThrownBy(() -> vault.find(key)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aRemovedKeyLeavesTheRowsAlone() throws SQLException {
    vault.put(connection(key, "123", null));
    Sealer before =
        sealer.getAndSet(
            new Sealer(
                List.of(
                    EncryptionKey.parse("other:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))));
    assertThatThrownBy(() -> vault.find(key)).isInstanceOf(SealBrokenException.class);
    sealer.set(before);
    assertThat(found().companyId()).isEqualTo("123");
  }

  @Test
  void withoutLeaveToCreateTheSchemaItSaysWhatToDo() {
    JdbcDataSource empty = new JdbcDataSource();
    empty.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
    JdbcVault strict = new JdbcVault(database(() -> empty, false), sealer::get, clock);
    assertThatThrownBy(() -> strict.find(key))
        .isInstanceOf(VaultUnavailableException.class)
        .cause()
        .hasMessageContaining("schema.sql");
  }

  @Test
  void aDatabaseThatIsAwayIsAnOutageAndComesBack() {
    AtomicReference<DataSource> source = new AtomicReference<>(h2);
    JdbcVault shaky = new JdbcVault(database(source::get, true), sealer::get, clock);
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
    JdbcVault careful = new JdbcVault(database(() -> manual, true), sealer::get, clock);
    careful.put(connection(key, "123", null));
    assertThat(found().companyId()).isEqualTo("123");
  }
}
