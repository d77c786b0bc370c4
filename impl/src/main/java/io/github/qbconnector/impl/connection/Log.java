package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What operators are told about connections; names a remedy and never a secret or an owner. */
final class Log {
  private static final System.Logger LOGGER = System.getLogger("io.github.qbconnector");

  private Log() {}

  static void trouble(String connector, ProviderProblem problem) {
    Level level = problem.state() == ConnectionState.MISCONFIGURED ? Level.ERROR : Level.WARNING;
    LOGGER.log(
        level,
        "{0} (connector {1}, {2}, request id {3})",
        String.valueOf(problem.failure().getMessage()),
        connector,
        problem.reason(),
        problem.failure().requestId().orElse("none"));
  }

  static void otherBinding(String connector, String stored, String configured) {
    LOGGER.log(
        Level.ERROR,
        "QBC0103: the store has connections of connector {0} that were made with \"{1}\", but it is"
            + " configured as \"{2}\" (environment, address, and client id or fingerprint of the"
            + " publishable key). They rest, and nothing is lost: configure what they were made"
            + " with, or have their users connect again; at QuickBooks Desktop they disconnect first.",
        connector,
        stored,
        configured);
  }

  static void report(String connector, String decision, long count) {
    LOGGER.log(
        Level.INFO,
        "QBC0401: the gate of connector {0} is in report mode and would have answered {1}; number"
            + " {2} since the start",
        connector,
        decision,
        count);
  }

  static void revokeFailed(String connector, ProviderProblem problem) {
    LOGGER.log(
        Level.WARNING,
        "QBC0205: a connection of connector {0} is forgotten here, but the provider did not"
            + " confirm that it is revoked: {1}",
        connector,
        String.valueOf(problem.failure().getMessage()));
  }

  static void setBack(String connector) {
    LOGGER.log(
        Level.ERROR,
        "QBC0303: the store has an older state of a connection of connector {0} than this node has"
            + " seen there: was it set back to a backup? What this node knows was written again."
            + " Follow docs/how-to/restore-a-backup.md for connections that no node knew.",
        connector);
  }

  static void expiring(String connector, String recordId, Instant end) {
    LOGGER.log(
        Level.WARNING,
        "QBC0307: the connection {0} of connector {1} ends for good on {2}; its user should connect"
            + " again before",
        recordId,
        connector,
        end);
  }

  static void sealedAgain(String keyId, List<Map.Entry<String, Long>> old) {
    if (old.isEmpty()) {
      LOGGER.log(
          Level.INFO,
          "QBC0304: all connections are sealed with key {0} now; older keys may be removed from"
              + " quickbooks.store.encryption-keys",
          keyId);
      return;
    }
    for (Map.Entry<String, Long> key : old) {
      LOGGER.log(
          Level.WARNING,
          "QBC0304: {0} connections are still sealed with key {1}; keep it in"
              + " quickbooks.store.encryption-keys",
          key.getValue(),
          key.getKey());
    }
  }

  static void endUserKept(String connector) {
    LOGGER.log(
        Level.WARNING,
        "QBC0239: a connection of connector {0} is forgotten here, but its end-user was not deleted,"
            + " since another owner is connected to it",
        connector);
  }
}
