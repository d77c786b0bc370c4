package io.github.qbconnector.compatibility.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the simulator forget what a test did. */
final class NewIntuit implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext test) {
    TestServer.simulator().reset();
  }
}
