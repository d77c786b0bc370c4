package io.github.qbconnector.impl.web.rest;

import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.gate.GateRequest;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.servlet.ConnectorBean;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks the gate before a resource method. */
final class GateRequestFilter implements ContainerRequestFilter {
  private final String connector;

  GateRequestFilter(String connector) {
    this.connector = connector;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    // Not injected: some servers leave dynamically registered filters alone.
    GateDoor door = ConnectorBean.find(GateDoor.class);
    Endpoints endpoints = ConnectorBean.find(Endpoints.class);
    GateAnswer answer = door.check(connector, new Shown(request, endpoints));
    if (answer != null) {
      Response.ResponseBuilder response = Response.status(answer.status());
      answer.headers().forEach(response::header);
      request.abortWith(
          answer.body().isEmpty() ? response.build() : response.entity(answer.body()).build());
    }
  }

  private record Shown(ContainerRequestContext request, Endpoints endpoints)
      implements GateRequest {

    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String pathAndQuery() {
      URI uri = request.getUriInfo().getRequestUri();
      String path = endpoints.belowContext(uri.getRawPath());
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeaderString(name);
    }

    @Override
    public void remember(String name, Object value) {
      request.setProperty(name, value);
    }

    @Override
    public @Nullable Object recall(String name) {
      return request.getProperty(name);
    }
  }
}
