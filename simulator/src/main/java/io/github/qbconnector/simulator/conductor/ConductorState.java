package io.github.qbconnector.simulator.conductor;

import java.time.Clock;

/** Everything that the simulated Conductor remembers, and what can be done to it from outside. */
public final class ConductorState {

  private final Projects projects = new Projects();
  private final EndUsers endUsers;
  private final AuthSessions sessions;
  private final Desktops desktops;
  private volatile Generation generation = Generation.BOTH;

  /** Creates the default project and no end-users. */
  public ConductorState(Clock clock) {
    ConductorIds ids = new ConductorIds();
    this.endUsers = new EndUsers(clock, ids);
    this.sessions = new AuthSessions(clock, ids);
    this.desktops = new Desktops(endUsers);
  }

  /** Restores everything as it was at the start. */
  public void reset() {
    projects.reset();
    endUsers.reset();
    sessions.reset();
    desktops.reset();
    generation = Generation.BOTH;
  }

  /** The projects and their keys. */
  public Projects projects() {
    return projects;
  }

  /** The end-users. */
  public EndUsers endUsers() {
    return endUsers;
  }

  /** The auth sessions. */
  public AuthSessions sessions() {
    return sessions;
  }

  /** The users' machines. */
  public Desktops desktops() {
    return desktops;
  }

  /** Which paths are served. */
  public Generation generation() {
    return generation;
  }

  /** Serves these paths from now on; any other gets a plain 404. */
  public void serve(Generation paths) {
    generation = paths;
  }
}
