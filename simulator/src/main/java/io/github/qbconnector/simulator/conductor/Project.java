package io.github.qbconnector.simulator.conductor;

/** A project of Conductor's: its keys see its own end-users and no others. */
public record Project(String secretKey, String publishableKey) {

  /** Says the public key only. */
  @Override
  public String toString() {
    return "Project[" + publishableKey + "]";
  }
}
