package io.github.qbconnector.sample.web;

import io.github.qbconnector.sample.tenancy.Membership;
import io.github.qbconnector.sample.tenancy.Memberships;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What all pages behind the login share: who is here, the forms' token and the notice left by the
 * request before. Refuses posts without the token.
 */
public class MemberFilter extends HttpFilter {

  private static final String MEMBER = "member";

  @Inject private transient Memberships memberships;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Membership> member =
        Optional.ofNullable(request.getRemoteUser()).flatMap(memberships::find);
    if (member.isEmpty()
        || (request.getMethod().equals("POST") && !CsrfToken.isCarriedBy(request))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    request.setAttribute(MEMBER, member.get());
    request.setAttribute("owner", request.isUserInRole("owner"));
    request.setAttribute("csrf", CsrfToken.of(request.getSession()));
    chain.doFilter(request, response);
  }

  static Membership member(HttpServletRequest request) {
    return (Membership) request.getAttribute(MEMBER);
  }
}
