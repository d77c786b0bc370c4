package io.github.qbconnector.compatibility.app.shop;

import jakarta.ejb.Stateless;
import java.util.List;

/** Keeps the invoices. */
@Stateless
public class InvoiceBookBean implements InvoiceBook {

  @Override
  public List<String> open() {
    return List.of("2009-0017", "2009-0042");
  }
}
