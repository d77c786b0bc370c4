package io.github.qbconnector.sample.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds a login's membership, from memory after the first time: every request asks for it. Nobody
 * changes companies under the same login, so what was found once stays true. Unknown logins are not
 * kept.
 */
@ApplicationScoped
public class Memberships {

  private final Map<String, Membership> known = new ConcurrentHashMap<>();

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  public Optional<Membership> find(String login) {
    Membership membership = known.get(login);
    if (membership != null) {
      return Optional.of(membership);
    }
    Optional<Membership> found =
        Optional.ofNullable(entities.find(Member.class, login)).map(Membership::of);
    found.ifPresent(each -> known.put(login, each));
    return found;
  }

  /** A login's full name, or the login itself where nobody of that name works here. */
  public String fullName(String login) {
    return find(login).map(Membership::fullName).orElse(login);
  }
}
