package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionDetails;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a connect page tells about a connection that was made. */
final class ConnectionFacts {
  private ConnectionFacts() {}

  static Map<String, String> of(Words words, Optional<ConnectionDetails> details) {
    Map<String, String> facts = new LinkedHashMap<>();
    details.ifPresent(
        d -> {
          facts.put(words.of("fact.company"), d.companyName().orElse(d.companyId()));
          d.connectedBy().ifPresent(by -> facts.put(words.of("fact.connectedBy"), by));
          facts.put(words.of("fact.connectedAt"), words.day(d.connectedAt()));
          d.endsAt().ifPresent(end -> facts.put(words.of("fact.endsAt"), words.day(end)));
        });
    return facts;
  }
}
