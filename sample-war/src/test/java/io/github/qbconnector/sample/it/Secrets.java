package io.github.qbconnector.sample.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that must not leak: what was planted, and what was issued in all journeys. */
final class Secrets {

  /** Static, since the class that looks for leaks comes after the classes that could cause them. */
  static final Secrets ISSUED = new Secrets();

  static final String CLIENT_ID = "sim-ledgerly";
  static final String CLIENT_SECRET = "marker-client-secret-Zk3v9QmT";
  static final String SECRET_KEY = "sk_conductor_marker_9hT2vKq7LwXd";
  static final String PUBLISHABLE_KEY = "pk_conductor_marker_4nB8sRz1YcMe";
  static final String ENCRYPTION_KEY = "bWFya2VyLWVuY3J5cHRpb24ta2V5LTAxMjM0NTY3ODk=";

  private static final Pattern TOKEN =
      Pattern.compile("\"(access_token|refresh_token|id_token)\"\\s*:\\s*\"([^\"]+)\"");

  private static final Pattern AUTH_FLOW =
      Pattern.compile("auth_sess_client_secret_[A-Za-z0-9_-]{6,}");

  private static final Pattern INVITATION = Pattern.compile("invitation=([A-Za-z0-9_.~-]{40,})");

  private final Map<String, String> kinds = new ConcurrentHashMap<>();

  Secrets() {
    add("client secret", CLIENT_SECRET);
    add(
        "client authentication",
        Base64.getEncoder()
            .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8)));
    add("secret key", SECRET_KEY);
    add("publishable key", PUBLISHABLE_KEY);
    add("encryption key", ENCRYPTION_KEY);
    add(
        "encryption key",
        new String(Base64.getDecoder().decode(ENCRYPTION_KEY), StandardCharsets.ISO_8859_1));
  }

  void add(String kind, String value) {
    if (value.length() < 12) {
      throw new IllegalArgumentException("Too short to be found without mistakes: " + kind);
    }
    kinds.putIfAbsent(value, kind);
  }

  /** A cookie's value; not one that holds a mere URL or a flag. */
  void addCookie(String name, String value) {
    if (value.length() >= 16 && !name.startsWith("WASReqURL")) {
      add("cookie " + name.replaceAll("(qbc-flow-).*", "$1"), value);
    }
  }

  void addTokensIn(String json) {
    Matcher tokens = TOKEN.matcher(json);
    while (tokens.find()) {
      add(tokens.group(1), tokens.group(2));
    }
    Matcher flows = AUTH_FLOW.matcher(json);
    while (flows.find()) {
      add("auth flow", flows.group());
    }
  }

  void addInvitationsIn(String text) {
    Matcher invitations = INVITATION.matcher(text);
    while (invitations.find()) {
      add("invitation", invitations.group(1));
    }
  }

  /** How many there are of each kind. */
  Map<String, Integer> census() {
    Map<String, Integer> counts = new TreeMap<>();
    kinds.values().forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts;
  }

  /** The kind of the first secret that stands in a text; never the secret itself. */
  Optional<String> foundIn(String text) {
    return foundIn(text, Set.of());
  }

  /** As {@link #foundIn(String)}, but these kinds may stand there. */
  Optional<String> foundIn(String text, Set<String> allowed) {
    return kinds.entrySet().stream()
        .filter(secret -> !allowed.contains(secret.getValue()))
        .filter(secret -> text.contains(secret.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
