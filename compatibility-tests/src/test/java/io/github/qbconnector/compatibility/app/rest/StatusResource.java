package io.github.qbconnector.compatibility.app.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** A resource whose name one of the connector's endpoints has too. */
@Path("/status")
public class StatusResource {

  /** Answers JSON by the server's JSON-B. */
  @GET
  @Produces("application/json")
  public Map<String, String> status() {
    return Map.of("status", "the application's own");
  }
}
