package io.github.qbconnector.impl.vault;

import io.github.qbconnector.StatusReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection as it is stored.
 *
 * @param companyId the provider's identifier: realm id or end-user id
 * @param binding what it was made with: environment and client, comparable, not secret
 * @param connectedAt {@code null} while the first set-up of QuickBooks Desktop is not finished
 * @param generation counts the grants and links; every write of one is a compare-and-set on it
 *     alone
 * @param grant the tokens, for QuickBooks Online
 * @param link a link that waits to be used, for QuickBooks Desktop
 * @param ending set if the provider ended this generation; or a tombstone, if the user did
 * @param endedAt when the user last ended a connection in this place
 * @param warnedDays how many days ahead of the grant's end the last warning was given
 * @param sighting the newest good evidence that was written down
 */
public record StoredConnection(
    ConnectionKey key,
    String companyId,
    @Nullable String companyName,
    String binding,
    @Nullable String connectedBy,
    @Nullable Instant connectedAt,
    long generation,
    @Nullable Grant grant,
    @Nullable OpenLink link,
    @Nullable Ending ending,
    @Nullable Instant endedAt,
    @Nullable Integer warnedDays,
    @Nullable Sighting sighting) {

  /** A connection about which nothing but this is known. */
  public static Draft of(ConnectionKey key, String companyId, String binding) {
    return new Draft(key, companyId, binding);
  }

  /** Whether only the memory of a disconnect is left. */
  public boolean isTombstone() {
    return ending != null && ending.reason() == StatusReason.DISCONNECTED;
  }

  /** The tokens of a connection to QuickBooks Online. */
  public Grant requireGrant() {
    if (grant == null) {
      throw new IllegalStateException("Only connections to QuickBooks Online have tokens.");
    }
    return grant;
  }

  StoredConnection withGrant(Grant fresh, Sighting seen) {
    return but().generation(generation + 1).grant(fresh).ending(null).sighting(seen).done();
  }

  StoredConnection withEnding(Ending end) {
    return but().ending(end).done();
  }

  StoredConnection named(String name) {
    return but().companyName(name).done();
  }

  /** The same connection with a link that waits to be used; no tombstone any more. */
  public StoredConnection opened(OpenLink open, @Nullable String by) {
    return but().link(open).connectedBy(by).ending(null).done();
  }

  /** The same connection, whose set-up is finished and whose link is used up. */
  public StoredConnection linked(Instant at, Sighting seen, String name) {
    return but().companyName(name).connectedAt(at).link(null).ending(null).sighting(seen).done();
  }

  /** What stays of a connection that the user has ended. */
  public StoredConnection tombstone(Instant at) {
    return of(key, companyId, binding)
        .generation(generation)
        .ending(new Ending(StatusReason.DISCONNECTED, at))
        .endedAt(at)
        .done();
  }

  /** The same connection, whose users were warned so many days ahead of its end. */
  StoredConnection warned(int days) {
    return but().warnedDays(days).done();
  }

  /** The same connection, with an equal binding replaced by this very string. */
  public StoredConnection sharing(String known) {
    return binding.equals(known) ? but().binding(known).done() : this;
  }

  /** The same connection as the generation that follows one, never an older number. */
  StoredConnection following(@Nullable Long before, Instant now) {
    // Starting from the time keeps numbers rising over a disconnect, when no row is left to ask.
    long least = now.toEpochMilli();
    return numbered(before == null ? least : Math.max(least, before + 1));
  }

  StoredConnection numbered(long number) {
    return but().generation(number).done();
  }

  private Draft but() {
    Draft draft = new Draft(key, companyId, binding);
    draft.companyName = companyName;
    draft.connectedBy = connectedBy;
    draft.connectedAt = connectedAt;
    draft.generation = generation;
    draft.grant = grant;
    draft.link = link;
    draft.ending = ending;
    draft.endedAt = endedAt;
    draft.warnedDays = warnedDays;
    draft.sighting = sighting;
    return draft;
  }

  /** A connection while it is put together. */
  public static final class Draft {
    private final ConnectionKey key;
    private final String companyId;
    private String binding;
    private @Nullable String companyName;
    private @Nullable String connectedBy;
    private @Nullable Instant connectedAt;
    private long generation;
    private @Nullable Grant grant;
    private @Nullable OpenLink link;
    private @Nullable Ending ending;
    private @Nullable Instant endedAt;
    private @Nullable Integer warnedDays;
    private @Nullable Sighting sighting;

    private Draft(ConnectionKey key, String companyId, String binding) {
      this.key = key;
      this.companyId = companyId;
      this.binding = binding;
    }

    private Draft binding(String value) {
      this.binding = value;
      return this;
    }

    public Draft companyName(@Nullable String value) {
      this.companyName = value;
      return this;
    }

    public Draft connectedBy(@Nullable String value) {
      this.connectedBy = value;
      return this;
    }

    public Draft connectedAt(@Nullable Instant value) {
      this.connectedAt = value;
      return this;
    }

    Draft generation(long value) {
      this.generation = value;
      return this;
    }

    public Draft grant(@Nullable Grant value) {
      this.grant = value;
      return this;
    }

    public Draft link(@Nullable OpenLink value) {
      this.link = value;
      return this;
    }

    Draft ending(@Nullable Ending value) {
      this.ending = value;
      return this;
    }

    public Draft endedAt(@Nullable Instant value) {
      this.endedAt = value;
      return this;
    }

    Draft warnedDays(@Nullable Integer value) {
      this.warnedDays = value;
      return this;
    }

    public Draft sighting(@Nullable Sighting value) {
      this.sighting = value;
      return this;
    }

    public StoredConnection done() {
      return new StoredConnection(
          key,
          companyId,
          companyName,
          binding,
          connectedBy,
          connectedAt,
          generation,
          grant,
          link,
          ending,
          endedAt,
          warnedDays,
          sighting);
    }
  }
}
