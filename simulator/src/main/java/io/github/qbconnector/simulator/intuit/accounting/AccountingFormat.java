package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.http.HtmlPage;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

/** The same content as JSON for those who ask for it, else as XML. */
final class AccountingFormat {

  private static final ZoneId INTUIT_ZONE = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  /** Members that XML carries as attributes of the element above them. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "domain",
          "sparse",
          "name",
          "type",
          "code",
          "element",
          "startPosition",
          "maxResults",
          "totalCount");

  private AccountingFormat() {}

  static boolean wantsJson(SimulatorRequest request) {
    return request.headerMentions("Accept", "application/json");
  }

  static SimulatorResponse answer(
      SimulatorRequest request, Clock clock, JsonObjectBuilder content) {
    return wantsJson(request)
        ? SimulatorResponse.json(200, timed(clock, content))
        : xml(200, content.build(), clock);
  }

  static JsonObject timed(Clock clock, JsonObjectBuilder content) {
    return content.add("time", time(clock)).build();
  }

  private static String time(Clock clock) {
    return OffsetDateTime.ofInstant(clock.instant(), INTUIT_ZONE).format(TIME);
  }

  static SimulatorResponse xml(int status, JsonObject content, Clock clock) {
    StringBuilder xml = new StringBuilder(1024);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.append("<IntuitResponse time=\"").append(time(clock));
    xml.append("\" xmlns=\"http://schema.intuit.com/finance/v3\">");
    content.forEach((name, value) -> element(xml, name, value));
    xml.append("</IntuitResponse>");
    return SimulatorResponse.of(status, "application/xml;charset=UTF-8", xml.toString());
  }

  private static void element(StringBuilder xml, String name, JsonValue value) {
    switch (value.getValueType()) {
      case ARRAY -> value.asJsonArray().forEach(item -> element(xml, name, item));
      case OBJECT -> object(xml, name, value.asJsonObject());
      case NULL -> {}
      default -> {
        open(xml, name);
        xml.append(text(value));
        close(xml, name);
      }
    }
  }

  private static void object(StringBuilder xml, String name, JsonObject object) {
    xml.append('<').append(name);
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (isAttribute(member)) {
        xml.append(' ').append(member.getKey()).append("=\"");
        xml.append(text(member.getValue())).append('"');
      }
    }
    xml.append('>');
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (member.getKey().equals("value")) {
        // A reference: {"value":"1","name":"…"} becomes <Ref name="…">1</Ref>.
        xml.append(text(member.getValue()));
      } else if (!isAttribute(member)) {
        element(xml, member.getKey(), member.getValue());
      }
    }
    close(xml, name);
  }

  private static boolean isAttribute(Map.Entry<String, JsonValue> member) {
    return ATTRIBUTES.contains(member.getKey());
  }

  private static void open(StringBuilder xml, String name) {
    xml.append('<').append(name).append('>');
  }

  private static void close(StringBuilder xml, String name) {
    xml.append("</").append(name).append('>');
  }

  private static String text(JsonValue value) {
    return HtmlPage.escape(
        value instanceof JsonString string ? string.getString() : value.toString());
  }
}
