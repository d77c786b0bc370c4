package io.github.qbconnector.compatibility.app.shop;

import jakarta.ejb.Local;
import java.util.List;

/** The business interface of the invoices. */
@Local
public interface InvoiceBook {

  /** The numbers of the invoices that are not paid. */
  List<String> open();
}
