package io.github.qbconnector.simulator.intuit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The applications that Intuit knows. */
public final class OAuthClients {

  /** The client that is always there. */
  public static final String DEFAULT_ID = "sim-client";

  /** Its secret. */
  public static final String DEFAULT_SECRET = "sim-secret";

  /**
   * An application.
   *
   * @param name what the consent page calls it
   */
  public record Client(String id, String secret, String name) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  private final Map<String, Client> clients = new ConcurrentSkipListMap<>();

  /** Creates the register with the default client in it. */
  public OAuthClients() {
    reset();
  }

  /** Registers an application, or changes its secret and name. */
  public void add(String id, String secret, String name) {
    clients.put(id, new Client(id, secret, name));
  }

  /** Removes an application. */
  public boolean remove(String id) {
    return clients.remove(id) != null;
  }

  /** The application of this id. */
  public Optional<Client> find(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  /** All applications. */
  public List<Client> list() {
    return List.copyOf(clients.values());
  }

  /** Leaves only the default client. */
  public void reset() {
    clients.clear();
    add(DEFAULT_ID, DEFAULT_SECRET, "Simulated application");
  }

  boolean accepts(String id, String secret) {
    return find(id)
        .map(
            client ->
                MessageDigest.isEqual(
                    client.secret().getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8)))
        .orElse(false);
  }
}
