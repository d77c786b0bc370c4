package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.database.server.TestDatabase;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What docs/how-to/restore-a-backup.md promises to who does as it says, by the very statements it
 * shows.
 */
@ExtendWith(SimulatorExtension.class)
@Timeout(120)
abstract class BackupPromises {
  private static final ShownSql PAGE = ShownSql.ofHowTo("restore-a-backup.md");
  private static final String COMPANY = "9341453912000017";
  private static final String CARLS_COMPANY = "9130357762000025";

  /** Nothing has changed since the backup, but for a renewal that brought the same value. */
  private static final String HANNA = "hanna";

  /** Her token has got another value since. */
  private static final String NORA = "nora";

  /** Has disconnected since, which ended his tokens at Intuit. */
  private static final String CARL = "carl";

  /** Has disconnected since, which ended no tokens: others are connected to that company. */
  private static final String RUTH = "ruth";

  /** Has connected since. */
  private static final String JUNE = "june";

  private final TestDatabase database;
  private final QuickBooksSimulator simulator;
  private final JdbcNodes stores = new JdbcNodes();
  private final List<OnlineNode> nodes = new ArrayList<>();

  BackupPromises(TestDatabase database, QuickBooksSimulator simulator) {
    this.database = database;
    this.simulator = simulator;
  }

  @BeforeEach
  void beginWithNothing() throws SQLException {
    database.dropTables();
  }

  @AfterEach
  void close() throws SQLException {
    stopAll();
    database.dropTables();
    database.discard();
  }

  private OnlineNode start() {
    OnlineNode node = new OnlineNode(simulator, stores.open(database.dataSource()));
    nodes.add(node);
    return node;
  }

  private void stopAll() {
    nodes.forEach(OnlineNode::close);
    nodes.clear();
    stores.close();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  /** A backup, and what has happened to the connections in it since. */
  private Backup backupOfAnEarlierTime(OnlineNode node) throws SQLException {
    for (String owner : List.of(HANNA, NORA, RUTH)) {
      node.connect(owner, COMPANY);
    }
    node.connect(CARL, CARLS_COMPANY);
    Backup backup;
    try (Lease unused = node.beginToRenew(HANNA)) {
      backup = Backup.of(database);
    }
    node.renew(HANNA);
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    node.renew(NORA);
    simulator.intuit().tokens().rotation(Rotation.DAILY);
    node.disconnect(CARL);
    node.disconnect(RUTH);
    node.connect(JUNE, COMPANY);
    return backup;
  }

  /** Does as the page says, so long after the backup. */
  private OnlineNode startedOnBackup(Duration age) throws SQLException {
    Backup backup = backupOfAnEarlierTime(start());
    later(age);
    stopAll();
    backup.restore(database);
    database.execute(PAGE.changes());
    simulator.requests().clear();
    return start();
  }

  private OnlineNode startedOnYesterdaysBackup() throws SQLException {
    return startedOnBackup(Duration.ofDays(1));
  }

  private List<String> answersTo(String question) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<String> found = new ArrayList<>();
      int last = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        found.add(rows.getString(last));
      }
      return found;
    }
  }

  private static void assertThatItsUserHasToConnectAgain(GateDecision decision) {
    assertThat(decision.verdict()).isEqualTo(Verdict.CONNECT);
    ConnectionStatus status = decision.status().orElseThrow();
    assertThat(status.state()).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
    assertThat(status.reason()).isEqualTo(StatusReason.GRANT_REVOKED);
  }

  @Test
  void everyConnectionIsCheckingUntilItIsUsed() throws SQLException {
    OnlineNode node = startedOnBackup(Duration.ofMinutes(10));
    for (String owner : List.of(HANNA, NORA, CARL, RUTH)) {
      assertThat(node.status(owner).state()).isEqualTo(ConnectionState.CHECKING);
      assertThat(node.status(owner).reason()).isEqualTo(StatusReason.NO_EVIDENCE);
    }
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void aTokenThatIsStillGoodIsRenewedAtItsFirstUseAndTheConnectionGoesOn() throws SQLException {
    OnlineNode node = startedOnYesterdaysBackup();
    assertThat(node.open(HANNA).passes()).isTrue();
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
    assertThat(node.status(HANNA).state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(start().open(HANNA).passes()).as("on another node").isTrue();
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void aTokenThatHasChangedSinceIsFoundOutAtItsFirstUseAndItsUserConnectsAgain()
      throws SQLException {
    OnlineNode node = startedOnBackup(Duration.ofMinutes(10));
    assertThatItsUserHasToConnectAgain(node.open(NORA));
    node.connect(NORA, COMPANY);
    assertThat(node.open(NORA).passes()).isTrue();
  }

  @Test
  void aConnectionThatItsUserHasEndedSinceLetsNobodyPass() throws SQLException {
    assertThatItsUserHasToConnectAgain(startedOnYesterdaysBackup().open(CARL));
  }

  @Test
  void theAccessTokenOfAConnectionThatWasEndedSinceIsOfNoUseEither() throws SQLException {
    OnlineNode node = startedOnBackup(Duration.ofMinutes(10));
    assertThatThrownBy(() -> node.call(CARL)).isInstanceOf(ReconnectRequiredException.class);
    assertThatItsUserHasToConnectAgain(node.open(CARL));
  }

  @Test
  void whatComesBackThoughItWasEndedIsListedBeforeAndEndedAgain() throws SQLException {
    OnlineNode before = start();
    Backup backup = backupOfAnEarlierTime(before);
    assertThat(answersTo(PAGE.questionFor("owner_id"))).containsExactlyInAnyOrder(CARL, RUTH);
    stopAll();
    backup.restore(database);
    database.execute(PAGE.changes());
    OnlineNode node = start();
    assertThat(node.open(RUTH).passes()).as("Intuit was not told").isTrue();
    node.disconnect(RUTH);
    assertThat(node.open(RUTH).verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(start().status(RUTH).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void whatWasConnectedSinceIsConnectedAnew() throws SQLException {
    OnlineNode node = startedOnYesterdaysBackup();
    assertThat(node.open(JUNE).verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(node.status(JUNE).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
    node.connect(JUNE, COMPANY);
    assertThat(node.open(JUNE).passes()).isTrue();
  }

  @Test
  void theKeysOfThatTimeAreTold() throws SQLException {
    OnlineNode unused = startedOnYesterdaysBackup();
    assertThat(answersTo(PAGE.questionFor("key_id"))).containsExactly(OnlineNode.KEY);
  }

  @Test
  void withoutTheStatementsAYoungBackupIsTakenForTheTruth() throws SQLException {
    Backup backup = backupOfAnEarlierTime(start());
    stopAll();
    backup.restore(database);
    OnlineNode node = start();
    assertThat(node.open(NORA).passes()).isTrue();
    assertThat(node.open(CARL).passes()).isTrue();
  }

  @Test
  void aNodeThatRanOnWritesAgainWhatItKnows() throws SQLException {
    OnlineNode ranOn = start();
    Backup backup = backupOfAnEarlierTime(ranOn);
    backup.restore(database);
    database.execute(PAGE.changes());
    later(Duration.ofHours(2));
    assertThat(ranOn.open(RUTH).verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(ranOn.open(NORA).passes()).isTrue();
    OnlineNode fresh = start();
    assertThat(fresh.open(NORA).passes()).isTrue();
    assertThat(fresh.status(RUTH).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
  }
}
