package io.github.qbconnector.sample.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;

/**
 * A sentence for the next page of this user, after a form was posted and redirected.
 *
 * @param tone how it is meant
 * @param text the sentence
 */
public record Notice(Tone tone, String text) implements Serializable {

  private static final String ATTRIBUTE = Notice.class.getName();

  static void leave(HttpServletRequest request, Tone tone, String text) {
    request.getSession().setAttribute(ATTRIBUTE, new Notice(tone, text));
  }

  /** Puts the notice on this page and forgets it. */
  static void show(HttpServletRequest request) {
    HttpSession session = request.getSession();
    if (session.getAttribute(ATTRIBUTE) instanceof Notice notice) {
      session.removeAttribute(ATTRIBUTE);
      request.setAttribute("notice", notice);
    }
  }
}
