package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;

/** A refusal of the accounting API, in whichever of Intuit's shapes it comes. */
@SuppressWarnings("serial")
public final class AccountingFault extends RuntimeException {

  private final int status;
  private final String type;
  private final String code;
  private final String detail;

  /** Faults of the gateway have lower-case keys in JSON. */
  private final boolean gateway;

  private AccountingFault(
      int status, String type, String code, String message, String detail, boolean gateway) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
    this.detail = detail;
    this.gateway = gateway;
  }

  static AccountingFault authenticationFailed(String detail) {
    return new AccountingFault(
        401,
        "AUTHENTICATION",
        "3200",
        "message=AuthenticationFailed; errorCode=003200; statusCode=401",
        detail,
        true);
  }

  static AccountingFault applicationNotAuthorized() {
    return new AccountingFault(
        403,
        "AUTHORIZATION",
        "3100",
        "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403",
        "The application has no access to this company",
        true);
  }

  /** The person who connected is no longer an admin. */
  public static AccountingFault authorizationFailure() {
    return new AccountingFault(
        401,
        "AuthorizationFault",
        "120",
        "Authorization Failure",
        "Authorization Failure, errorCode: -11014, statusCode: 401",
        false);
  }

  /** Something broke inside Intuit. */
  public static AccountingFault applicationError() {
    return new AccountingFault(
        500,
        "SystemFault",
        "10000",
        "An application error has occurred while processing your request",
        "System Failure Error: java.lang.UnsupportedOperationException",
        false);
  }

  static AccountingFault unsupportedOperation(String operation) {
    return new AccountingFault(
        400,
        "ValidationFault",
        "500",
        "Unsupported Operation",
        "Operation " + operation + " is not supported.",
        false);
  }

  static AccountingFault objectNotFound() {
    return new AccountingFault(
        400,
        "ValidationFault",
        "610",
        "Object Not Found",
        "Object Not Found : Something you're trying to use has been made inactive. Check the"
            + " fields with accounts, customers, items, vendors or employees.",
        false);
  }

  static AccountingFault queryParseError(String detail) {
    return new AccountingFault(
        400,
        "ValidationFault",
        "4000",
        "Error parsing query",
        "QueryParserError: " + detail,
        false);
  }

  static AccountingFault queryValidationError(String detail) {
    return new AccountingFault(
        400, "ValidationFault", "4001", "Invalid query", "QueryValidationError: " + detail, false);
  }

  /** Too many requests: always XML, whatever the caller accepts. */
  public static SimulatorResponse throttled(Clock clock) {
    AccountingFault fault =
        new AccountingFault(
            429,
            "SERVICE",
            "3001",
            "message=ThrottleExceeded; errorCode=003001; statusCode=429",
            "The request limit was reached.  Try again later",
            false);
    return fault.xml(429, clock);
  }

  /** The answer to this request. */
  public SimulatorResponse answer(SimulatorRequest request, Clock clock) {
    return answer(status, request, clock);
  }

  /** The fault in the body of an answer that claims success. */
  public SimulatorResponse asSuccess(SimulatorRequest request, Clock clock) {
    return answer(200, request, clock);
  }

  private SimulatorResponse answer(int sentStatus, SimulatorRequest request, Clock clock) {
    if (!AccountingFormat.wantsJson(request)) {
      return xml(sentStatus, clock);
    }
    return SimulatorResponse.json(
        sentStatus, gateway ? gatewayJson(clock) : AccountingFormat.timed(clock, capital()));
  }

  private SimulatorResponse xml(int sentStatus, Clock clock) {
    return AccountingFormat.xml(sentStatus, capital().build(), clock);
  }

  private JsonObjectBuilder capital() {
    return object()
        .add(
            "Fault",
            object()
                .add(
                    "Error",
                    JsonCodec.BUILDERS
                        .createArrayBuilder()
                        .add(
                            object()
                                .add("Message", String.valueOf(getMessage()))
                                .add("Detail", detail)
                                .add("code", code)
                                .add("element", "")))
                .add("type", type));
  }

  private JsonObject gatewayJson(Clock clock) {
    return object()
        .add("warnings", JsonValue.NULL)
        .add("intuitObject", JsonValue.NULL)
        .add(
            "fault",
            object()
                .add(
                    "error",
                    JsonCodec.BUILDERS
                        .createArrayBuilder()
                        .add(
                            object()
                                .add("message", String.valueOf(getMessage()))
                                .add("detail", detail)
                                .add("code", code)
                                .add("element", JsonValue.NULL)))
                .add("type", type))
        .add("report", JsonValue.NULL)
        .add("queryResponse", JsonValue.NULL)
        .add("batchItemResponse", JsonCodec.BUILDERS.createArrayBuilder())
        .add("attachableResponse", JsonCodec.BUILDERS.createArrayBuilder())
        .add("syncErrorResponse", JsonValue.NULL)
        .add("requestId", JsonValue.NULL)
        .add("time", clock.millis())
        .add("status", JsonValue.NULL)
        .add("cdcresponse", JsonCodec.BUILDERS.createArrayBuilder())
        .build();
  }

  private static JsonObjectBuilder object() {
    return JsonCodec.BUILDERS.createObjectBuilder();
  }
}
