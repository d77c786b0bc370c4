package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.vault.FlowVault;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals flows and invitations for their way through the browser, and callbacks for the time until a
 * login.
 */
public final class FlowSeal {
  private final Supplier<Sealer> sealer;
  private final @Nullable SetUpCheck check;

  /** Seals what is not tied to a store. */
  public FlowSeal(Supplier<Sealer> sealer) {
    this.sealer = sealer;
    this.check = null;
  }

  /** Seals flows so that a node with another store is noticed. */
  public FlowSeal(Supplier<Sealer> sealer, FlowVault vault) {
    this.sealer = sealer;
    this.check = new SetUpCheck(vault);
  }

  public String seal(Flow flow) {
    JsonObject json =
        Json.PROVIDER
            .createObjectBuilder()
            .add("c", flow.connector())
            .add("o", flow.owner())
            .add("r", flow.returnPath())
            .add("a", flow.otherCompanyAllowed())
            .add("v", flow.verifier().reveal())
            .add("n", flow.nonce().reveal())
            .add("e", flow.expiresAt().toEpochMilli())
            .add("s", check == null ? "" : check.storeName())
            .build();
    return sealer.get().seal(Json.write(json), place(flow.id()));
  }

  /** The flow of a cookie; empty if it was not sealed here for this id. */
  public Optional<Flow> open(String id, String sealed) {
    Sealer seals = sealer.get();
    try {
      Optional<JsonObject> opened = Json.object(seals.open(sealed, place(id)));
      if (check != null) {
        opened.ifPresent(json -> check.begunAt(json.getString("s", "")));
      }
      return opened.map(
          json ->
              new Flow(
                  id,
                  json.getString("c"),
                  json.getString("o"),
                  json.getString("r"),
                  json.getBoolean("a"),
                  Secret.of(json.getString("v")),
                  Secret.of(json.getString("n")),
                  Instant.ofEpochMilli(json.getJsonNumber("e").longValue())));
    } catch (SealBrokenException e) {
      if (check != null) {
        check.sealedElsewhere(Sealer.keyIdOf(sealed), seals.keyId());
      }
      return Optional.empty();
    }
  }

  public String sealCallback(String flowId, Callback callback) {
    JsonObject json =
        Json.PROVIDER
            .createObjectBuilder()
            .add("code", callback.code().reveal())
            .add("realm", callback.companyId())
            .build();
    return sealer.get().seal(Json.write(json), "callback|" + flowId);
  }

  public Optional<Callback> openCallback(String flowId, @Nullable String sealed) {
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      return Json.object(sealer.get().open(sealed, "callback|" + flowId))
          .map(json -> new Callback(Secret.of(json.getString("code")), json.getString("realm")));
    } catch (SealBrokenException e) {
      return Optional.empty();
    }
  }

  public String sealInvitation(Invitation invitation) {
    JsonObject json =
        Json.PROVIDER
            .createObjectBuilder()
            .add("c", invitation.connector())
            .add("o", invitation.owner())
            .add("r", invitation.returnPath())
            .add("i", invitation.issuedAt().toEpochMilli())
            .add("e", invitation.expiresAt().toEpochMilli())
            .build();
    return sealer.get().seal(Json.write(json), "invitation");
  }

  /** The invitation of a link; empty if it was not sealed here. */
  public Optional<Invitation> openInvitation(String sealed) {
    try {
      return Json.object(sealer.get().open(sealed, "invitation"))
          .map(
              json ->
                  new Invitation(
                      json.getString("c"),
                      json.getString("o"),
                      json.getString("r"),
                      Instant.ofEpochMilli(json.getJsonNumber("i").longValue()),
                      Instant.ofEpochMilli(json.getJsonNumber("e").longValue())));
    } catch (SealBrokenException e) {
      return Optional.empty();
    }
  }

  private static String place(String id) {
    return "flow|" + id;
  }
}
