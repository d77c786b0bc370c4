package io.github.qbconnector.impl.connection;

import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.spi.OwnerResolver;

/** Whose connection is meant where nobody says. */
public final class CurrentOwner {
  private final OwnerResolver owners;

  public CurrentOwner(OwnerResolver owners) {
    this.owners = owners;
  }

  /**
   * The current owner.
   *
   * @throws NotConnectedException if nobody is
   */
  public String require(Lifecycle lifecycle) {
    return owners
        .currentOwner()
        .orElseThrow(
            () ->
                new NotConnectedException(
                    "Nobody is logged in, so there is no current owner. Call connection(owner) in"
                        + " jobs and timers.",
                    ErrorDetails.of("QBC0105", lifecycle.connections().clock().instant())
                        .product(lifecycle.provider().product())
                        .build(),
                    null));
  }
}
