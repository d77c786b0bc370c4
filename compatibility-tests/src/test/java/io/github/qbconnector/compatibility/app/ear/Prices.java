package io.github.qbconnector.compatibility.app.ear;

import jakarta.ejb.Stateless;

/** Knows nothing of the connector. */
@Stateless
public class Prices {

  /** Two decimals and no currency. */
  public String of(String article) {
    return article + " 12.50";
  }
}
