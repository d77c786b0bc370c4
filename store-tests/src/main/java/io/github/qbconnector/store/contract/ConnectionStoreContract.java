package io.github.qbconnector.store.contract;

import io.github.qbconnector.Experimental;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ConnectionStore} promises, to be run against one's own: extend this class, say
 * how a store is opened, and run it with JUnit 5 like any other test.
 *
 * <pre>{@code
 * class OurStoreTest extends ConnectionStoreContract {
 *   private final OurCluster cluster = OurCluster.empty();
 *
 *   @Override
 *   protected ConnectionStore openEmpty() {
 *     return new OurStore(cluster);
 *   }
 *
 *   @Override
 *   protected ConnectionStore openAnotherNode() {
 *     return new OurStore(cluster);
 *   }
 * }
 * }</pre>
 *
 * <p>Each test begins with an empty store. Many of them let several threads race on two nodes, so
 * run the suite against the real thing, not against a stand-in with a single lock: what it finds is
 * found in races. A race that is lost shows in most runs, not in every one; let it run often.
 *
 * <p>Three promises depend on where the store runs, and no suite can keep an eye on them: that a
 * write outlives a crash once its method has returned, that the transaction of a caller has no part
 * in it, and that every method ends within 20 seconds, by a {@link RuntimeException} if need be. A
 * method that hangs is interrupted after two minutes here and fails its test.
 */
@Experimental
@Timeout(120)
public abstract class ConnectionStoreContract
    implements RecordPromises,
        EvidencePromises,
        ListPromises,
        MaintenancePromises,
        ChangePromises,
        LeasePromises,
        ValuePromises {

  private Nodes nodes;

  /** For the suite; JUnit makes an object of it for each test. */
  protected ConnectionStoreContract() {}

  /**
   * Opens the first node of a test, on data that are empty.
   *
   * @return the store of this node
   * @throws Exception if it cannot be opened, which fails the test
   */
  protected abstract ConnectionStore openEmpty() throws Exception;

  /**
   * Opens one more node on the data of the first, as another server of a cluster does. What it
   * shares with the first is only what two servers share.
   *
   * @return the store of this node
   * @throws Exception if it cannot be opened, which fails the test
   */
  protected abstract ConnectionStore openAnotherNode() throws Exception;

  /**
   * Opens one more node on a machine whose clock is wrong. To be overridden by stores that can be
   * given a clock; without it the promise that a node's clock does not matter goes untested.
   *
   * @param wrong the clock of the machine, an hour ahead or behind
   * @return the store of this node; another node with a right clock unless overridden
   * @throws Exception if it cannot be opened, which fails the test
   */
  protected ConnectionStore openNodeWithClock(Clock wrong) throws Exception {
    return openAnotherNode();
  }

  /**
   * Lets the store's time pass. Waits, unless overridden by a store whose clock can be moved.
   *
   * @param time how long, a few seconds at most
   * @throws InterruptedException if the wait is interrupted
   */
  protected void letPass(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /**
   * Ends a test: closes what was opened. Does nothing unless overridden.
   *
   * @throws Exception if it cannot be closed, which fails the test
   */
  protected void close() throws Exception {}

  /**
   * The nodes of the running test, which is what the suite itself works with.
   *
   * @return the nodes
   */
  @Override
  public final Nodes nodes() {
    return nodes;
  }

  @BeforeEach
  final void openTheNodes() throws Exception {
    nodes = new Nodes(this, openEmpty(), openAnotherNode());
  }

  @AfterEach
  final void closeTheNodes() throws Exception {
    close();
  }
}
