package io.github.qbconnector.impl.web.rest;

import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.WebAnswer;
import io.github.qbconnector.servlet.ConnectorBean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/**
 * The endpoints as a JAX-RS sub-resource, for applications that want them among their own
 * resources:
 *
 * <pre>{@code
 * @Path("/quickbooks")
 * public class QuickBooks {
 *   @Path("")
 *   public Class<QuickBooksResource> endpoints() {
 *     return QuickBooksResource.class;
 *   }
 * }
 * }</pre>
 *
 * <p>Not a root resource, and in no {@code Application} of ours: either would change what the
 * application's own JAX-RS does (docs/decisions/0003). Set {@code quickbooks.web.enabled=false},
 * and the redirect URI to where the sub-resource is.
 */
public class QuickBooksResource {

  /** Pages, callback, status, style and script. */
  @GET
  @Path("{endpoint}")
  public Response get(
      @PathParam("endpoint") String endpoint,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return answer(
        new RestWebRequest("GET", endpoint, uri, new MultivaluedHashMap<>(), headers, security));
  }

  /** Connect and disconnect. */
  @POST
  @Path("{endpoint}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @PathParam("endpoint") String endpoint,
      MultivaluedMap<String, String> form,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return answer(new RestWebRequest("POST", endpoint, uri, form, headers, security));
  }

  private static Response answer(RestWebRequest request) {
    // Not injected: a sub-resource is made by JAX-RS, which need not ask CDI.
    WebAnswer answer = ConnectorBean.find(Endpoints.class).handle(request);
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    answer.cookies().forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
    return answer.body().isEmpty() ? response.build() : response.entity(answer.body()).build();
  }
}
