package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.database.server.TestDatabase;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.store.contract.ConnectionStoreContract;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The shipped store keeps the contract on a database. It never asks its machine for the time, so a
 * node with a wrong clock is one whose sessions are in another time zone.
 */
abstract class JdbcStoreContract extends ConnectionStoreContract {
  private final TestDatabase database;
  private final JdbcNodes opened = new JdbcNodes();

  JdbcStoreContract(TestDatabase database) {
    this.database = database;
  }

  /** The same database, by a driver or pool of another kind if need be. */
  DataSource source() {
    return database.dataSource();
  }

  @Override
  protected ConnectionStore openEmpty() throws Exception {
    database.dropTables();
    createTables(database);
    ConnectionStore first = openAnotherNode();
    // How nodes create the tables together is not what these tests are about.
    assertThat(first.keyUsage()).isEmpty();
    return first;
  }

  /**
   * Creates the tables by other means than the store's own; unless overridden it does so itself.
   */
  void createTables(TestDatabase empty) throws SQLException {}

  @Override
  protected ConnectionStore openAnotherNode() {
    return opened.open(source());
  }

  @Override
  protected ConnectionStore openNodeWithClock(Clock wrong) {
    long hours = Math.round(Duration.between(Instant.now(), wrong.instant()).toMinutes() / 60.0);
    String offset = ZoneOffset.ofHours((int) hours).getId();
    return opened.open(database.dataSourceInZone(offset));
  }

  /** Nodes are closed first: a session that is in use may keep tables from being dropped. */
  @Override
  protected void close() throws Exception {
    opened.close();
    database.discard();
  }

  JdbcNodes opened() {
    return opened;
  }
}
