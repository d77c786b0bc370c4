package io.github.qbconnector.gate;

import io.github.qbconnector.error.QuickBooksException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands between an HTTP door and the {@link ConnectionGate}: finds the owner, asks the gate
 * and puts the decision into the form the caller understands. The first decision of a request
 * counts for all doors of that request. A CDI bean; applications that build a door of their own
 * (for another web framework) inject it.
 */
public interface GateDoor {

  /**
   * Asks whether a request may pass.
   *
   * @param connector the connector's name
   * @param request the request
   * @return {@code null} if it may pass, else the answer to give
   * @throws IllegalArgumentException if there is no connector of that name
   */
  @Nullable GateAnswer check(String connector, GateRequest request);

  /**
   * Finds the answer to a failure that left a page which had passed.
   *
   * @param connector the connector's name
   * @param failure what was thrown
   * @param request the request
   * @return the answer the gate would have given; {@code null} if the failure is the application's
   *     own to handle
   */
  @Nullable GateAnswer explain(String connector, QuickBooksException failure, GateRequest request);

  /**
   * Tells who calls, for as long as the returned scope is open on this thread: the caller as the
   * application's own filters present it, which the container may not know.
   *
   * @param callerName gives the name of the logged-in caller, or {@code null}; asked lazily
   * @return a scope to close when the request leaves the door
   */
  CallerScope enter(Supplier<@Nullable String> callerName);

  /** Ends {@link #enter}; closing it never fails. */
  interface CallerScope extends AutoCloseable {
    @Override
    void close();
  }
}
