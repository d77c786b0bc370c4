package io.github.qbconnector.compatibility.app.keys;

import io.github.qbconnector.StoreKeys;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An enterprise bean that asks for the keys, in a transaction of the container's. */
@Stateless
public class KeysBean {
  @Inject private StoreKeys keys;

  /** What it is told. */
  public String told() {
    return ToldKeys.by(keys).text();
  }
}
