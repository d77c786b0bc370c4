package io.github.qbconnector.compatibility.app.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource of the application. */
@Path("/hello")
public class HelloResource {

  /** Answers a text. */
  @GET
  @Produces("text/plain")
  public String hello() {
    return "hello from the application";
  }
}
