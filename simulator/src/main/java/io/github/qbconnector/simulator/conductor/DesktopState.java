package io.github.qbconnector.simulator.conductor;

/** What a request meets on its way to a user's QuickBooks. */
public enum DesktopState {
  /** Nobody has begun to connect. */
  NONE,
  /** Somebody has opened the hosted page and not finished: there is a connection, never used. */
  STARTED,
  /** Machine, Web Connector and QuickBooks answer. */
  ACTIVE,
  /** They answer late. */
  SLOW,
  /** QuickBooks works until Conductor gives up waiting. */
  TIMEOUT,
  /** The machine or its Web Connector is off. */
  OFFLINE,
  /** The user has denied access. */
  DENIED("0x80040420"),
  /** A dialog is open in QuickBooks. */
  MODAL_DIALOG("0x80040414"),
  /** Another company file is open. */
  WRONG_FILE("0x8004040A"),
  /** The company file is open in another mode. */
  OTHER_MODE("0x80040410"),
  /** QuickBooks could not be started. */
  PROGRAM_CLOSED("0x80040408"),
  /** The application is not authorised in the company file. */
  NOT_AUTHORIZED("0x80040418"),
  /** The QuickBooks user may not do this. */
  NO_PERMISSION("0x8004041A"),
  /** Single-user mode is needed. */
  NOT_SINGLE_USER("0x80040422"),
  /** The request processor fails, with whatever code was ordered. */
  CONNECTION_ERROR("0x80040402");

  private final String integrationCode;

  DesktopState() {
    this("");
  }

  DesktopState(String integrationCode) {
    this.integrationCode = integrationCode;
  }

  /** The code with which QuickBooks' request processor fails; empty where it does not. */
  public String integrationCode() {
    return integrationCode;
  }

  /** Whether a connection exists, used or not. */
  boolean hasConnection() {
    return this != NONE;
  }
}
