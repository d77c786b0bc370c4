package io.github.qbconnector.sample.accounting;

import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;

/** Why a tenant's invoices could not be read, in words for the people who work there. */
public enum SyncProblem {
  NOT_CONNECTED("QuickBooks was no longer connected."),
  RECONNECT("QuickBooks asked for the connection to be renewed. An owner can reconnect."),
  DESKTOP_OFFLINE("The computer with QuickBooks did not answer. We try again every night."),
  UNAVAILABLE("QuickBooks did not answer. We try again every night."),
  OURS("Something is wrong on our side. We have been told; nothing is needed from you.");

  private final String sentence;

  SyncProblem(String sentence) {
    this.sentence = sentence;
  }

  public String getSentence() {
    return sentence;
  }

  static SyncProblem of(RuntimeException failure) {
    if (failure instanceof NotConnectedException) {
      return NOT_CONNECTED;
    }
    if (failure instanceof ReconnectRequiredException) {
      return RECONNECT;
    }
    if (failure instanceof DesktopOfflineException) {
      return DESKTOP_OFFLINE;
    }
    if (failure instanceof ProviderUnavailableException) {
      return UNAVAILABLE;
    }
    return OURS;
  }
}
