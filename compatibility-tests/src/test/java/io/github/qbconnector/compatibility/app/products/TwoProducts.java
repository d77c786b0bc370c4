package io.github.qbconnector.compatibility.app.products;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;

/** What the three kinds of enterprise beans do alike with two products and three connectors. */
public abstract class TwoProducts {
  @Inject private OnlineConnector online;

  @Inject
  @QuickBooks("desktop")
  private DesktopConnector desktop;

  @Inject
  @QuickBooks("desktop")
  private QuickBooksConnector either;

  @Inject
  @QuickBooks("branch")
  private DesktopConnector branch;

  @Inject
  @QuickBooks("desktop")
  private ConductorClient conductor;

  @Inject
  @QuickBooks("branch")
  private ConductorClient branchConductor;

  @Inject private IntuitOAuthClient intuit;

  /** Says what was injected. */
  public String injected() {
    return Injected.connectors(online, desktop, either, branch)
        + " "
        + Injected.client(conductor)
        + Injected.client(branchConductor)
        + " "
        + Injected.client(intuit);
  }

  /** Reads the company file of any owner. */
  public String companyOf(String owner) {
    return desktop.connection(owner).companyFile().company().companyName().orElseThrow();
  }

  /** Reads the company file of the caller, if the gate lets the call pass. */
  @RequiresQuickBooks("desktop")
  public String companyOfCaller() {
    return companyOf(desktop.connection().owner());
  }
}
