package io.github.qbconnector.compatibility.app.transactions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A resource whose answer is an exception. */
@Path("/undone")
@RequestScoped
public class UndoingResource {
  @Inject private Work work;

  /** Works, calls, and throws. */
  @GET
  @Produces("text/plain")
  @Transactional
  public String callAndUndo(@QueryParam("owner") String owner) {
    throw new WebApplicationException(
        Response.status(Response.Status.CONFLICT).entity(work.workAndCall(owner)).build());
  }
}
