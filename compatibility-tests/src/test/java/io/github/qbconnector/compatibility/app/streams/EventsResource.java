package io.github.qbconnector.compatibility.app.streams;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** A stream of events, and an answer that comes later, as JAX-RS has them. */
@Path("/events")
@RequestScoped
public class EventsResource {
  @Inject private Subscribers subscribers;
  @Inject private OnlineConnector quickBooks;

  /** Begins with data from QuickBooks. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent(quickBooks.connection().accounting().companyInfo().companyName()));
    subscribers.add(sink);
  }

  /** Tells all that listen; without an event, that it was the last. */
  @POST
  public void tell(@FormParam("event") @DefaultValue("") String event, @Context Sse sse) {
    if (event.isEmpty()) {
      subscribers.end();
    } else {
      subscribers.tell(sse, event);
    }
  }

  /** An answer of a suspended request. */
  @GET
  @Path("/later")
  @Produces(MediaType.TEXT_PLAIN)
  public void later(@Suspended AsyncResponse response) {
    response.resume(quickBooks.connection().accounting().companyInfo().companyName());
  }
}
