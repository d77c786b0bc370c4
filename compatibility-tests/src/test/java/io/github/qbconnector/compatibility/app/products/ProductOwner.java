package io.github.qbconnector.compatibility.app.products;

import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.spi.OwnerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Some owners use one product, as their name says; the others use all. */
@RequestScoped
public class ProductOwner implements OwnerResolver {
  @Inject private HttpServletRequest request;

  @Override
  public Optional<String> currentOwner() {
    return Optional.ofNullable(request.getHeader(HeaderLoginFilter.HEADER));
  }

  @Override
  public boolean uses(String connector, String owner) {
    return !owner.startsWith("only-") || owner.startsWith("only-" + connector + "-");
  }
}
