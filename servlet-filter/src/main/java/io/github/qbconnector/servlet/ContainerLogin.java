package io.github.qbconnector.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What comes of trying the application's own login, as the container knows it. */
public enum ContainerLogin {
  /** The caller is known now: by what the browser sent unasked, on a path that asks for nothing. */
  KNOWN,
  /** The login has answered the request, by its page or a way to it. */
  ASKED,
  /**
   * Nobody is known, and the response is still ours to write; a challenge may be in its headers.
   */
  NONE;

  /**
   * Tries.
   *
   * @param request a request without a caller
   * @param response its response
   * @return what came of it
   * @throws IOException if the login's answer could not be written
   */
  public static ContainerLogin attempt(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (request.authenticate(response)) {
        return KNOWN;
      }
    } catch (ServletException | RuntimeException e) {
      // Without a login configuration containers throw: there is none then.
    }
    return response.isCommitted() ? ASKED : NONE;
  }
}
