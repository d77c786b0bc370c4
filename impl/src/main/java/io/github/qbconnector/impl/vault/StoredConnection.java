package io.github.qbconnector.impl.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection as it is stored.
 *
 * @param binding what it was made with: environment and client id, comparable, not secret
 * @param generation counts the tokens; every write of a grant is a compare-and-set on it alone
 * @param ending set if the provider ended this generation
 */
public record StoredConnection(
    ConnectionKey key,
    String companyId,
    @Nullable String companyName,
    String binding,
    @Nullable String connectedBy,
    Instant connectedAt,
    long generation,
    Grant grant,
    @Nullable Ending ending,
    Sighting sighting) {

  StoredConnection withGrant(Grant fresh, Sighting seen) {
    return new StoredConnection(
        key,
        companyId,
        companyName,
        binding,
        connectedBy,
        connectedAt,
        generation + 1,
        fresh,
        null,
        seen);
  }

  StoredConnection withEnding(Ending end) {
    return new StoredConnection(
        key,
        companyId,
        companyName,
        binding,
        connectedBy,
        connectedAt,
        generation,
        grant,
        end,
        sighting);
  }

  StoredConnection withSighting(Sighting seen, @Nullable String name) {
    return new StoredConnection(
        key,
        companyId,
        name == null ? companyName : name,
        binding,
        connectedBy,
        connectedAt,
        generation,
        grant,
        ending,
        seen);
  }

  /** The same connection, with an equal binding replaced by this very string. */
  public StoredConnection sharing(String known) {
    return !binding.equals(known)
        ? this
        : new StoredConnection(
            key,
            companyId,
            companyName,
            known,
            connectedBy,
            connectedAt,
            generation,
            grant,
            ending,
            sighting);
  }

  /** The same connection as the generation that follows {@code before}, never an older number. */
  StoredConnection following(@Nullable StoredConnection before) {
    // Starting from the time keeps numbers rising over a disconnect, when no row is left to ask.
    long least = connectedAt.toEpochMilli();
    long next = before == null ? least : Math.max(least, before.generation() + 1);
    return new StoredConnection(
        key,
        companyId,
        companyName,
        binding,
        connectedBy,
        connectedAt,
        next,
        grant,
        ending,
        sighting);
  }
}
