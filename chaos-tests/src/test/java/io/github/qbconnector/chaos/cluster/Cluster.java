package io.github.qbconnector.chaos.cluster;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The same application on several servers, on one database. */
public final class Cluster implements AutoCloseable {
  private final List<Node> nodes = new ArrayList<>();

  /** A stopped process would outlive a run that is broken off. */
  private final Thread atTheEnd = new Thread(() -> nodes.forEach(Node::close), "cluster-end");

  /**
   * Starts all nodes and waits for them.
   *
   * @param properties what the application reads from the configuration; its node is added
   */
  public Cluster(
      Installation installation,
      int size,
      Path war,
      int databasePort,
      Map<String, String> properties) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    for (int number = 1; number <= size; number++) {
      Map<String, String> own = new HashMap<>(properties);
      own.put("chaos.node", Integer.toString(number));
      nodes.add(
          new Node(new ServerFolder(installation, number, own).write(war, databasePort), client));
    }
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    try {
      nodes.forEach(Node::launch);
      nodes.forEach(Node::awaitService);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** All nodes. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** The node of this number. */
  public Node node(int number) {
    return nodes.get(number - 1);
  }

  /** Those that take calls. */
  public List<Node> inService() {
    return nodes.stream().filter(Node::isInService).toList();
  }

  /** One of those that take calls. */
  public Optional<Node> any(RandomGenerator random) {
    List<Node> willing = inService();
    return willing.isEmpty()
        ? Optional.empty()
        : Optional.of(willing.get(random.nextInt(willing.size())));
  }

  /** Starts a node that was killed, and waits until it takes calls. */
  public void restart(Node node) {
    node.launch();
    node.awaitService();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    boolean unused = Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }
}
