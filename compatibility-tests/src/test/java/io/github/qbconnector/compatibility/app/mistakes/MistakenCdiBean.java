package io.github.qbconnector.compatibility.app.mistakes;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Wants a connector that nobody configured, and Conductor where the connector is Online. */
@ApplicationScoped
public class MistakenCdiBean {
  @Inject
  @QuickBooks("nowhere")
  private QuickBooksConnector payroll;

  @Inject private ConductorClient conductor;

  /** Must never be reached. */
  public String payroll() {
    return payroll.name();
  }

  /** Must never be reached. */
  public int endUsers() {
    return conductor.endUsers().list().size();
  }
}
