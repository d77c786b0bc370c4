package io.github.qbconnector.simulator.conductor;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end-users of all projects. */
public final class EndUsers {

  private final Clock clock;
  private final ConductorIds ids;
  private final Map<String, Registered> registered = new LinkedHashMap<>();

  EndUsers(Clock clock, ConductorIds ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** All end-users, oldest first. */
  public synchronized List<EndUser> list() {
    return registered.values().stream().map(Registered::view).toList();
  }

  /** The end-user of this id. */
  public synchronized Optional<EndUser> find(String id) {
    return Optional.ofNullable(registered.get(id)).map(Registered::view);
  }

  /** The end-user that the application knows by this name; of several projects the oldest one. */
  public synchronized Optional<EndUser> findBySourceId(String sourceId) {
    return registered.values().stream()
        .filter(one -> one.sourceId().equals(sourceId))
        .map(Registered::view)
        .findFirst();
  }

  /**
   * Adds an end-user to the default project.
   *
   * @throws IllegalArgumentException if the source id is taken
   */
  public EndUser add(String companyName, String sourceId, String email) {
    return add(Projects.DEFAULT, companyName, sourceId, email);
  }

  /**
   * Adds an end-user to a project.
   *
   * @throws IllegalArgumentException if the source id is taken in this project
   */
  public EndUser add(Project project, String companyName, String sourceId, String email) {
    return create(project, companyName, sourceId, email)
        .orElseThrow(() -> new IllegalArgumentException("The source id is taken: " + sourceId))
        .view();
  }

  synchronized Optional<Registered> create(
      Project project, String companyName, String sourceId, String email) {
    if (in(project).stream().anyMatch(one -> one.sourceId().equals(sourceId))) {
      return Optional.empty();
    }
    Registered endUser =
        new Registered(
            ids.next("end_usr_"),
            project,
            companyName,
            sourceId,
            email,
            clock.instant(),
            new Desktop(clock, ids, companyName));
    registered.put(endUser.id(), endUser);
    return Optional.of(endUser);
  }

  /** Deletes an end-user and its connection; answers whether it was there. */
  public synchronized boolean delete(String id) {
    return registered.remove(id) != null;
  }

  synchronized List<Registered> in(Project project) {
    return registered.values().stream().filter(one -> one.project().equals(project)).toList();
  }

  synchronized Optional<Registered> get(String id) {
    return Optional.ofNullable(registered.get(id));
  }

  synchronized void reset() {
    registered.clear();
  }
}
