package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rows that were changed by something else than the connector. Each is reported, opens nowhere else
 * and stays where it is, since what is broken today may be mended tomorrow.
 */
@ExtendWith(Servers.class)
@Timeout(120)
class DamagedRowsIT {
  private static final ConnectionKey HANNA = new ConnectionKey("default", "hanna");
  private static final ConnectionKey NORA = new ConnectionKey("default", "nora");

  private final Postgres postgres;
  private final JdbcNodes nodes = new JdbcNodes();
  private final Sealer sealer = new Sealer(List.of(EncryptionKey.ephemeral()));
  private final JdbcStore store;
  private final ConnectionVault vault;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  DamagedRowsIT(Postgres postgres) {
    this.postgres = postgres;
    this.store = nodes.open(postgres.dataSource());
    this.vault = vault(sealer);
  }

  private ConnectionVault vault(Sealer with) {
    return new ConnectionVault(store, () -> with, Clock.systemUTC());
  }

  @BeforeEach
  void twoConnectionsToOneCompany() throws SQLException {
    postgres.dropTables();
    vault.put(connection(HANNA));
    vault.put(connection(NORA));
  }

  @AfterEach
  void close() throws SQLException {
    nodes.close();
    postgres.dropTables();
  }

  private StoredConnection connection(ConnectionKey key) {
    return StoredConnection.of(key, "9341452000000001", "SANDBOX AB12")
        .companyName("Bäckerei & Söhne")
        .connectedAt(now)
        .grant(
            new Grant(
                Secret.of("access-of-" + key.owner()),
                now,
                now.plusSeconds(3_600),
                Secret.of("refresh-of-" + key.owner()),
                now.plus(Duration.ofDays(100)),
                now.plus(Duration.ofDays(1_800))))
        .sighting(new Sighting(Evidence.CONNECT, now))
        .done();
  }

  private static StoredConnection found(ConnectionVault vault, ConnectionKey key) {
    ConnectionVault.Found found = Objects.requireNonNull(vault.find(key));
    return Objects.requireNonNull(found.connection());
  }

  private void assertThatItIsReportedAndKept(ConnectionKey key) throws SQLException {
    String damaged = content(key);
    assertThatThrownBy(() -> vault.find(key)).isInstanceOf(SealBrokenException.class);
    assertThat(content(key)).isEqualTo(damaged);
    assertThat(vault.owners("default", null, 9)).containsExactlyInAnyOrder("hanna", "nora");
  }

  @Test
  void anotherRowsContentDoesNotOpen() throws SQLException {
    write(HANNA, content(NORA));
    assertThatItIsReportedAndKept(HANNA);
    assertThat(found(vault, NORA).requireGrant().refreshToken().reveal())
        .isEqualTo("refresh-of-nora");
  }

  @Test
  void rowsWhoseNamesAreSwappedDoNotOpen() throws SQLException {
    postgres.execute(
        "UPDATE qbc_connection SET record_id = 'x' WHERE owner_id = 'hanna'",
        "UPDATE qbc_connection SET record_id = '" + HANNA.recordId() + "' WHERE owner_id = 'nora'",
        "UPDATE qbc_connection SET record_id = '" + NORA.recordId() + "' WHERE record_id = 'x'");
    assertThatThrownBy(() -> vault.find(HANNA)).isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> vault.find(NORA)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void tokensDoNotOpenInEachOthersPlace() throws SQLException {
    String content = content(HANNA);
    String access = value("accessToken", content);
    String refresh = value("refreshToken", content);
    write(
        HANNA,
        content.replace(access, "-").replace(refresh, access).replace("\"-\"", quoted(refresh)));
    assertThatItIsReportedAndKept(HANNA);
  }

  @Test
  void aTokenOfAnEarlierGenerationDoesNotOpenInALaterOne() throws SQLException {
    StoredConnection first = found(vault, HANNA);
    String old = value("refreshToken", content(HANNA));
    Grant rotated = connection(NORA).requireGrant();
    assertThat(
            vault.replaceGrant(
                HANNA, first.generation(), rotated, new Sighting(Evidence.TOKEN_REFRESH, now)))
        .isNotNull();
    String content = content(HANNA);
    write(HANNA, content.replace(value("refreshToken", content), old));
    assertThatItIsReportedAndKept(HANNA);
  }

  @Test
  void aTokenOpensForItsCompanyOnly() throws SQLException {
    write(HANNA, content(HANNA).replace("9341452000000001", "9341452000000002"));
    assertThatItIsReportedAndKept(HANNA);
  }

  @Test
  void everyCharacterOfATokenCounts() throws SQLException {
    String content = content(HANNA);
    String token = value("refreshToken", content);
    for (int i = 0; i < token.length(); i++) {
      String changed =
          token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
      write(HANNA, content.replace(token, changed));
      // The last character has bits that mean nothing, which decoders may overlook.
      if (i < token.length() - 1) {
        assertThatThrownBy(() -> vault.find(HANNA)).isInstanceOf(SealBrokenException.class);
      }
    }
    write(HANNA, content);
    assertThat(found(vault, HANNA).requireGrant().refreshToken().reveal())
        .isEqualTo("refresh-of-hanna");
  }

  @Test
  void aRowThatIsCutShortIsReportedWhereverItIsCut() throws SQLException {
    String whole = content(HANNA);
    for (int length = 0; length < whole.length(); length += 7) {
      write(HANNA, whole.substring(0, length));
      assertThatItIsReportedAndKept(HANNA);
    }
  }

  @Test
  void aRowUnderAKeyThatIsNotThereIsKeptUntilTheKeyIsBack() throws SQLException {
    String content = content(HANNA);
    EncryptionKey other = EncryptionKey.parse("other:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    ConnectionVault withoutTheKey = vault(new Sealer(List.of(other)));
    assertThatThrownBy(() -> withoutTheKey.find(HANNA)).isInstanceOf(SealBrokenException.class);
    assertThat(content(HANNA)).isEqualTo(content);
    assertThat(found(vault, HANNA).requireGrant().accessToken().reveal())
        .isEqualTo("access-of-hanna");
  }

  @Test
  void connectingAnewTakesThePlaceOfWhatIsDamaged() throws SQLException {
    for (String damaged : List.of("", "{", "[]", "{}", "null", content(NORA))) {
      write(HANNA, damaged);
      vault.put(connection(HANNA));
      assertThat(found(vault, HANNA).requireGrant().refreshToken().reveal())
          .as("in place of %s", damaged)
          .isEqualTo("refresh-of-hanna");
    }
  }

  @Test
  void disconnectingRemovesWhatIsDamaged() throws SQLException {
    write(HANNA, content(NORA));
    assertThat(vault.remove(HANNA)).isTrue();
    assertThat(vault.owners("default", null, 9)).containsExactly("nora");
  }

  private String content(ConnectionKey key) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT content FROM qbc_connection WHERE record_id = ?")) {
      statement.setString(1, key.recordId());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).as("the row of %s is there", key).isTrue();
        return row.getString(1);
      }
    }
  }

  private void write(ConnectionKey key, String content) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE qbc_connection SET content = ? WHERE record_id = ?")) {
      statement.setString(1, content);
      statement.setString(2, key.recordId());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static String value(String name, String content) {
    Matcher value = Pattern.compile(quoted(name) + ":\"([^\"]+)\"").matcher(content);
    assertThat(value.find()).as("%s has a %s", content, name).isTrue();
    return value.group(1);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
