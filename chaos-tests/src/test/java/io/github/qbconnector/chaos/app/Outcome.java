package io.github.qbconnector.chaos.app;

import io.github.qbconnector.error.QuickBooksException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What became of a call, as the harness reads it. */
final class Outcome {
  private Outcome() {}

  static void write(HttpServletResponse response, Runnable call) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(of(call));
  }

  private static String of(Runnable call) {
    try {
      call.run();
      return "OK";
    } catch (QuickBooksException e) {
      return e.getClass().getSimpleName() + " " + e.code();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }
}
