package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.impl.web.rest.QuickBooksResource;
import jakarta.ws.rs.Path;

/** Where an application wants the connector's endpoints among its own resources. */
@Path("/quickbooks")
public class QuickBooksRoot {

  /** The connector's sub-resource. */
  @Path("")
  public Class<QuickBooksResource> endpoints() {
    return QuickBooksResource.class;
  }
}
