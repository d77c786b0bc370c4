package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.DuplicateObjectException;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.Fault;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.error.StaleObjectException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.connection.UnauthorizedException;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the faults of the Accounting API in all the shapes they come in: JSON with capital or
 * lower-case keys, XML although JSON was asked for, plain pages of gateways, and answers of status
 * 200 that carry a fault. Decided by the body's first character, never by its content type.
 */
final class ApiFaults {
  private static final Pattern XML_FAULT = Pattern.compile("<Fault\\b[^>]*\\btype=\"([^\"]*)\"");
  private static final Pattern XML_ERROR =
      Pattern.compile("<Error[^>]*?code=\"(\\d+)\"[^>]*>(.*?)</Error>", Pattern.DOTALL);
  private static final Pattern XML_MESSAGE =
      Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);
  private static final Pattern XML_DETAIL =
      Pattern.compile("<Detail>(.*?)</Detail>", Pattern.DOTALL);

  private final IntuitAnswers answers;

  ApiFaults(IntuitAnswers answers) {
    this.answers = answers;
  }

  private record Found(@Nullable String type, List<Fault> faults) {}

  /**
   * Returns the answer's document if it is good.
   *
   * @throws UnauthorizedException if the access token is refused
   * @throws ProviderProblem for every other fault, and for what cannot be read
   */
  JsonObject check(String what, HttpAnswer answer) throws ProviderProblem, UnauthorizedException {
    String text = answer.text();
    Optional<JsonObject> json = Json.object(text);
    Found found = json.map(ApiFaults::inJson).orElseGet(() -> inXml(text));
    if (found.faults().isEmpty()) {
      if (answer.status() == 200 && json.isPresent()) {
        return json.get();
      }
      throw withoutFault(what, answer);
    }
    throw meaning(what, answer, found);
  }

  private ProviderProblem withoutFault(String what, HttpAnswer answer)
      throws UnauthorizedException {
    if (answer.status() == 401) {
      throw new UnauthorizedException(
          answers.unavailable(
              what, answers.details("QBC0211", answer), StatusReason.PROVIDER_ERROR, answer));
    }
    if (answer.status() == 429) {
      return answers.unavailable(
          what, answers.details("QBC0210", answer), StatusReason.THROTTLED, answer);
    }
    if (answer.status() >= 400 && answer.status() < 500) {
      return new ProviderProblem(
          ConnectionState.CONNECTED,
          StatusReason.NONE,
          answers.rejected(
              what + " was refused: HTTP " + answer.status() + ".",
              answers.details("QBC0212", answer),
              List.of(new Fault(String.valueOf(answer.status()), "HTTP status", "", null))));
    }
    if (answer.status() >= 500) {
      return answers.unavailable(
          what, answers.details("QBC0208", answer), StatusReason.PROVIDER_ERROR, answer);
    }
    return answers.unreadable(what, answer);
  }

  private ProviderProblem meaning(String what, HttpAnswer answer, Found found)
      throws UnauthorizedException {
    Fault first = found.faults().get(0);
    String said =
        what + " was refused: " + first.code() + " " + first.message() + " " + first.detail();
    ErrorDetails.Builder details =
        answers.details("QBC0212", answer).provider(found.type(), first.code());
    return switch (first.code()) {
      case "3200" -> {
        ProviderProblem ifStillRefused =
            answers.unavailable(what, details, StatusReason.PROVIDER_ERROR, answer);
        if (answer.status() == 401) {
          throw new UnauthorizedException(ifStillRefused);
        }
        yield ifStillRefused;
      }
      case "120" ->
          new ProviderProblem(
              ConnectionState.RECONNECT_REQUIRED,
              StatusReason.ACCESS_REMOVED,
              new ReconnectRequiredException(
                  said + " The person who connected has no access any more.",
                  IntuitAnswers.userMessage(details, StatusReason.ACCESS_REMOVED).build(),
                  null));
      case "3100" ->
          new ProviderProblem(
              ConnectionState.MISCONFIGURED,
              StatusReason.ACCESS_REFUSED,
              new MisconfiguredException(
                  said + " Environment, keys and company do not belong together.",
                  IntuitAnswers.userMessage(details, StatusReason.ACCESS_REFUSED).build(),
                  null));
      case "3001" -> answers.unavailable(what, details, StatusReason.THROTTLED, answer);
      case "10000" -> answers.unavailable(what, details, StatusReason.PROVIDER_ERROR, answer);
      default -> {
        if (answer.status() == 401) {
          throw new UnauthorizedException(
              answers.unavailable(what, details, StatusReason.PROVIDER_ERROR, answer));
        }
        yield answer.status() == 429 || answer.status() >= 500
            ? answers.unavailable(
                what,
                details,
                answer.status() == 429 ? StatusReason.THROTTLED : StatusReason.PROVIDER_ERROR,
                answer)
            : new ProviderProblem(
                ConnectionState.CONNECTED,
                StatusReason.NONE,
                rejection(said, details.build(), found.faults()));
      }
    };
  }

  private static QuickBooksException rejection(
      String said, ErrorDetails details, List<Fault> faults) {
    return switch (faults.get(0).code()) {
      case "5010" ->
          new StaleObjectException(
              said + " Read the object again and apply the change to it.", details, faults, null);
      case "6140", "6240" ->
          new DuplicateObjectException(said + " Look the existing one up.", details, faults, null);
      case "610" -> new ObjectNotFoundException(said, details, faults, null);
      default -> new RequestRejectedException(said, details, faults, null);
    };
  }

  private static Found inJson(JsonObject document) {
    JsonValue fault = document.get("Fault");
    if (fault instanceof JsonObject object) {
      return new Found(Json.text(object, "type"), errors(object, "Error", "Message", "Detail"));
    }
    JsonValue lower = document.get("fault");
    if (lower instanceof JsonObject object) {
      return new Found(Json.text(object, "type"), errors(object, "error", "message", "detail"));
    }
    return new Found(null, List.of());
  }

  private static List<Fault> errors(JsonObject fault, String array, String message, String detail) {
    List<Fault> faults = new ArrayList<>();
    JsonValue errors = fault.get(array);
    if (errors != null && errors.getValueType() == JsonValue.ValueType.ARRAY) {
      for (JsonValue error : errors.asJsonArray()) {
        if (error instanceof JsonObject object) {
          String field = Json.text(object, "element");
          faults.add(
              new Fault(
                  withoutZeros(orEmpty(Json.text(object, "code"))),
                  orEmpty(Json.text(object, message)),
                  orEmpty(Json.text(object, detail)),
                  field == null || field.isEmpty() ? null : field));
        }
      }
    }
    return faults;
  }

  private static Found inXml(String text) {
    if (!text.stripLeading().startsWith("<")) {
      return new Found(null, List.of());
    }
    Matcher fault = XML_FAULT.matcher(text);
    String type = fault.find() ? fault.group(1) : null;
    List<Fault> faults = new ArrayList<>();
    Matcher error = XML_ERROR.matcher(text);
    while (error.find()) {
      faults.add(
          new Fault(
              withoutZeros(error.group(1)),
              first(XML_MESSAGE, error.group(2)),
              first(XML_DETAIL, error.group(2)),
              null));
    }
    return new Found(type, faults);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).trim() : "";
  }

  private static String withoutZeros(String code) {
    return code.matches("0+\\d+") ? code.replaceFirst("^0+", "") : code;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
