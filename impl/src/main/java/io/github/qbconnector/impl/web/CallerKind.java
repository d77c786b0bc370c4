package io.github.qbconnector.impl.web;

import io.github.qbconnector.gate.GateRequest;
import io.github.qbconnector.gate.RequestKind;
import org.jspecify.annotations.Nullable;

/** Tells a person's browser from a script by what each sends. */
final class CallerKind {
  private CallerKind() {}

  static RequestKind of(GateRequest request) {
    String faces = request.header("Faces-Request");
    if (faces != null && faces.startsWith("partial/")) {
      return RequestKind.FACES_PARTIAL;
    }
    String mode = request.header("Sec-Fetch-Mode");
    if (mode != null) {
      return mode.equals("navigate") ? RequestKind.NAVIGATION : RequestKind.SCRIPT;
    }
    if (request.header("X-Requested-With") != null || request.header("HX-Request") != null) {
      return RequestKind.SCRIPT;
    }
    return wantsHtml(request.header("Accept")) ? RequestKind.NAVIGATION : RequestKind.SCRIPT;
  }

  private static boolean wantsHtml(@Nullable String accept) {
    return accept != null
        && (accept.contains("text/html") || accept.contains("application/xhtml+xml"));
  }
}
