package io.github.qbconnector.simulator.http;

/** What comes in place of an answer when something between caller and provider is broken. */
public final class BrokenAnswers {

  private static final String GATEWAY_PAGE =
      """
      <html>
      <head><title>%1$s</title></head>
      <body>
      <center><h1>%1$s</h1></center>
      <hr><center>nginx</center>
      </body>
      </html>
      """;

  private BrokenAnswers() {}

  /** A gateway's page with an error status. */
  public static SimulatorResponse gateway(int status) {
    return page(status, status + " " + reason(status));
  }

  /** A page with a title where data was expected. */
  public static SimulatorResponse page(int status, String title) {
    return SimulatorResponse.of(status, "text/html", GATEWAY_PAGE.formatted(title));
  }

  /** JSON of so many bytes. */
  public static SimulatorResponse huge(int bytes) {
    String start = "{\"padding\":\"";
    String end = "\"}";
    int padding = Math.max(0, bytes - start.length() - end.length());
    return SimulatorResponse.of(200, "application/json", start + "x".repeat(padding) + end);
  }

  private static String reason(int status) {
    return switch (status) {
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Temporarily Unavailable";
      case 504 -> "Gateway Time-out";
      default -> "Error";
    };
  }
}
