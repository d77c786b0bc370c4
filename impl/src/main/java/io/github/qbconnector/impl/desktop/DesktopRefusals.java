package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.DuplicateObjectException;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.Fault;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.error.StaleObjectException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import java.util.List;

/**
 * Requests that QuickBooks, or Conductor before it, understood and refuses. They say nothing
 * against the connection.
 */
final class DesktopRefusals {
  private DesktopRefusals() {}

  static ProviderProblem problem(
      String said, Request request, ErrorDetails.Builder details, ConductorError error) {
    String integrationCode = error.integrationCode() == null ? "" : error.integrationCode();
    List<Fault> faults =
        List.of(
            new Fault(
                integrationCode.isEmpty() ? error.code() : integrationCode,
                error.said(),
                "",
                null));
    return new ProviderProblem(
        ConnectionState.CONNECTED,
        StatusReason.NONE,
        exception(said, request, details.build(), faults, error.code(), integrationCode));
  }

  private static QuickBooksException exception(
      String said,
      Request request,
      ErrorDetails details,
      List<Fault> faults,
      String code,
      String integrationCode) {
    if (code.equals("RESOURCE_MISSING")) {
      return new ObjectNotFoundException(said, details, faults, null);
    }
    return switch (integrationCode) {
      // 500: a name, number or id that a filter asks for does not exist.
      case "500", "3120" -> new ObjectNotFoundException(said, details, faults, null);
      case "3100" ->
          new DuplicateObjectException(
              said + " The name is in use in QuickBooks already.", details, faults, null);
      case "3200" ->
          new StaleObjectException(
              said + " Somebody has changed the object: read it again and apply the change anew.",
              details,
              faults,
              null);
      case "3170", "3175", "3176" ->
          new RequestRejectedException(
              said
                  + " Somebody has the object open in QuickBooks; nothing was changed, and the same"
                  + " "
                  + (request.isWrite() ? "write" : "request")
                  + " may succeed in a moment.",
              details,
              faults,
              null);
      default -> new RequestRejectedException(said, details, faults, null);
    };
  }
}
