package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.spi.ConnectionRecord;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands in its record: a JSON document whose secrets are sealed for the row, the
 * field and the generation they stand in.
 */
final class RecordCodec {
  private final Supplier<Sealer> sealer;

  RecordCodec(Supplier<Sealer> sealer) {
    this.sealer = sealer;
  }

  /** A record that holds this connection. */
  ConnectionRecord write(StoredConnection c, long revision) {
    Sealer seals = sealer.get();
    Sighting sighting = c.sighting();
    return new ConnectionRecord(
        c.key().recordId(),
        c.key().connector(),
        c.key().owner(),
        c.isTombstone() ? Optional.empty() : Optional.of(c.companyId()),
        revision,
        checked(Json.write(document(c, seals))),
        seals.keyId(),
        Optional.ofNullable(Upkeep.dueAt(c)),
        Optional.ofNullable(sighting).map(Sighting::evidence),
        Optional.ofNullable(sighting).map(Sighting::at));
  }

  private static String checked(String content) {
    if (content.length() > ConnectionRecord.MAX_CONTENT) {
      throw new IllegalArgumentException(
          "The provider's tokens are too long to be stored: the record has "
              + content.length()
              + " characters of at most "
              + ConnectionRecord.MAX_CONTENT);
    }
    return content;
  }

  private static JsonObject document(StoredConnection c, Sealer seals) {
    JsonObjectBuilder out = Json.PROVIDER.createObjectBuilder();
    out.add("generation", c.generation());
    out.add("companyId", c.companyId());
    out.add("binding", c.binding());
    text(out, "companyName", c.companyName());
    text(out, "connectedBy", c.connectedBy());
    time(out, "connectedAt", c.connectedAt());
    time(out, "endedAt", c.endedAt());
    Ending ending = c.ending();
    if (ending != null) {
      out.add("endingReason", ending.reason().name());
      time(out, "endingAt", ending.at());
    }
    if (c.warnedDays() != null) {
      out.add("warnedDays", c.warnedDays());
    }
    Grant grant = c.grant();
    if (grant != null) {
      text(out, "accessToken", seal(seals, grant.accessToken(), "access_token", c));
      time(out, "obtainedAt", grant.obtainedAt());
      time(out, "accessTokenExpiresAt", grant.accessTokenExpiresAt());
      text(out, "refreshToken", seal(seals, grant.refreshToken(), "refresh_token", c));
      time(out, "renewableUntil", grant.renewableUntil());
      time(out, "endsAt", grant.endsAt());
    }
    OpenLink link = c.link();
    if (link != null) {
      text(out, "linkUrl", seal(seals, link.url(), "link_url", c));
      time(out, "linkOpenedAt", link.openedAt());
      time(out, "linkExpiresAt", link.expiresAt());
    }
    return out.build();
  }

  private static void text(JsonObjectBuilder out, String name, @Nullable String value) {
    if (value != null) {
      out.add(name, value);
    }
  }

  private static void time(JsonObjectBuilder out, String name, @Nullable Instant value) {
    if (value != null) {
      out.add(name, value.toEpochMilli());
    }
  }

  /**
   * The connection in a record; {@code null} if it was forgotten.
   *
   * @throws SealBrokenException if the record was changed, cut or moved, or its key is not there
   */
  @Nullable StoredConnection read(ConnectionKey key, ConnectionRecord record) {
    JsonObject in = document(record);
    long unused = generation(in); // without one it is no record of ours
    String companyId = Json.text(in, "companyId");
    if (companyId == null) {
      return null;
    }
    try {
      return connection(key, record, in, companyId);
    } catch (NullPointerException | IllegalArgumentException | java.time.DateTimeException e) {
      throw new SealBrokenException("the record lacks something, or holds what no version wrote");
    }
  }

  private StoredConnection connection(
      ConnectionKey key, ConnectionRecord record, JsonObject in, String companyId) {
    Seals seals = new Seals(sealer.get(), key, companyId, generation(in));
    String reason = Json.text(in, "endingReason");
    return StoredConnection.of(key, companyId, required(in, "binding"))
        .companyName(Json.text(in, "companyName"))
        .connectedBy(Json.text(in, "connectedBy"))
        .connectedAt(time(in, "connectedAt"))
        .generation(seals.generation())
        .grant(in.containsKey("accessToken") ? grant(in, seals) : null)
        .link(in.containsKey("linkUrl") ? link(in, seals) : null)
        .ending(
            reason == null
                ? null
                : new Ending(StatusReason.valueOf(reason), requiredTime(in, "endingAt")))
        .endedAt(time(in, "endedAt"))
        .warnedDays(Json.number(in, "warnedDays").map(Long::intValue).orElse(null))
        .sighting(
            record
                .evidence()
                .flatMap(evidence -> record.evidenceAt().map(at -> new Sighting(evidence, at)))
                .orElse(null))
        .done();
  }

  private static Grant grant(JsonObject in, Seals seals) {
    return new Grant(
        seals.open(in, "accessToken", "access_token"),
        requiredTime(in, "obtainedAt"),
        requiredTime(in, "accessTokenExpiresAt"),
        seals.open(in, "refreshToken", "refresh_token"),
        requiredTime(in, "renewableUntil"),
        time(in, "endsAt"));
  }

  private static OpenLink link(JsonObject in, Seals seals) {
    return new OpenLink(
        seals.open(in, "linkUrl", "link_url"),
        requiredTime(in, "linkOpenedAt"),
        requiredTime(in, "linkExpiresAt"));
  }

  String keyId() {
    return sealer.get().keyId();
  }

  /**
   * The same record, sealed with the key that seals now.
   *
   * @throws SealBrokenException if it cannot be opened
   */
  ConnectionRecord sealedAgain(ConnectionRecord record) {
    StoredConnection stored = read(new ConnectionKey(record.connector(), record.owner()), record);
    if (stored != null) {
      return write(stored, record.revision() + 1);
    }
    return emptied(record, record.content());
  }

  /**
   * The record without a connection.
   *
   * @param generation the number that others follow
   */
  ConnectionRecord forgotten(ConnectionRecord record, long generation) {
    return emptied(record, "{\"generation\":" + generation + "}");
  }

  private ConnectionRecord emptied(ConnectionRecord record, String content) {
    return new ConnectionRecord(
        record.id(),
        record.connector(),
        record.owner(),
        Optional.empty(),
        record.revision() + 1,
        content,
        keyId(),
        Optional.empty(),
        record.evidence(),
        record.evidenceAt());
  }

  /** The generation in a record, which needs no key to be read. */
  static long generation(ConnectionRecord record) {
    return generation(document(record));
  }

  private static long generation(JsonObject in) {
    return Json.number(in, "generation")
        .orElseThrow(() -> new SealBrokenException("the record has no generation"));
  }

  /** The generation, as far as the record can be read at all. */
  static @Nullable Long generationIfReadable(ConnectionRecord record) {
    return Json.object(record.content()).flatMap(in -> Json.number(in, "generation")).orElse(null);
  }

  static boolean isForgotten(ConnectionRecord record) {
    return Json.object(record.content()).filter(in -> !in.containsKey("companyId")).isPresent();
  }

  private static JsonObject document(ConnectionRecord record) {
    return Json.object(record.content())
        .orElseThrow(() -> new SealBrokenException("the record is cut, or not a record at all"));
  }

  private static String required(JsonObject in, String name) {
    return Objects.requireNonNull(Json.text(in, name), name);
  }

  private static Instant requiredTime(JsonObject in, String name) {
    return Objects.requireNonNull(time(in, name), name);
  }

  private static @Nullable Instant time(JsonObject in, String name) {
    return Json.number(in, name).map(Instant::ofEpochMilli).orElse(null);
  }

  private static String seal(Sealer seals, Secret secret, String field, StoredConnection c) {
    return seals.seal(secret.reveal(), place(field, c.key(), c.companyId(), c.generation()));
  }

  /** Opens what is sealed for one row and generation. */
  private record Seals(Sealer sealer, ConnectionKey key, String companyId, long generation) {
    Secret open(JsonObject in, String name, String field) {
      return Secret.of(sealer.open(required(in, name), place(field, key, companyId, generation)));
    }
  }

  private static String place(String field, ConnectionKey key, String companyId, long generation) {
    // Lengths keep two different rows from ever reading as the same place.
    return String.join(
        "|",
        "connection",
        String.valueOf(key.connector().length()),
        key.connector(),
        String.valueOf(key.owner().length()),
        key.owner(),
        companyId,
        field,
        String.valueOf(generation));
  }
}
