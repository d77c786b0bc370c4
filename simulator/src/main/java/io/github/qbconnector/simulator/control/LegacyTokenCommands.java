package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.LegacyTokens;
import jakarta.json.JsonObjectBuilder;

/** Commands about OAuth 1.0a tokens. */
final class LegacyTokenCommands {

  private final LegacyTokens tokens;

  LegacyTokenCommands(LegacyTokens tokens) {
    this.tokens = tokens;
  }

  SimulatorResponse answer(SimulatorRequest request, String[] segments) {
    switch (request.method()) {
      case "GET" -> {}
      case "POST" -> {
        JsonFields fields = JsonFields.parse(request.bodyText());
        tokens.add(
            fields.text("consumerKey").orElse(LegacyTokens.DEFAULT_CONSUMER_KEY),
            fields.text("consumerSecret").orElse(LegacyTokens.DEFAULT_CONSUMER_SECRET),
            fields.requiredText("accessToken"),
            fields.requiredText("accessTokenSecret"),
            fields.requiredText("realmId"));
      }
      case "DELETE" -> {
        return SimulatorResponse.empty(
            segments.length == 2 && tokens.remove(segments[1]) ? 204 : 404);
      }
      default -> {
        return SimulatorResponse.empty(405);
      }
    }
    return SimulatorResponse.json(
        200, StateViews.list(tokens.list(), LegacyTokenCommands::view).build());
  }

  /** Names the token by its fingerprint only. */
  private static JsonObjectBuilder view(LegacyTokens.Token token) {
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("consumerKey", token.consumerKey())
        .add("accessToken", Fingerprint.of(token.accessToken()))
        .add("realmId", token.realmId());
  }
}
