package io.github.qbconnector.compatibility.app.own;

import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.spi.OwnerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A tenant for each user, found from the request itself. */
@RequestScoped
public class OwnOwner implements OwnerResolver {
  @Inject private HttpServletRequest request;

  @Override
  public Optional<String> currentOwner() {
    return Optional.ofNullable(request.getHeader(HeaderLoginFilter.HEADER))
        .map(user -> "tenant-of-" + user);
  }
}
