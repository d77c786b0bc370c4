package io.github.qbconnector.simulator.conductor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The projects that Conductor knows; there is always the default one. */
public final class Projects {

  /** The secret key of the default project. */
  public static final String DEFAULT_SECRET_KEY = "sk_conductor_sim";

  /** The publishable key of the default project. */
  public static final String DEFAULT_PUBLISHABLE_KEY = "pk_conductor_sim";

  static final Project DEFAULT = new Project(DEFAULT_SECRET_KEY, DEFAULT_PUBLISHABLE_KEY);

  private final List<Project> projects = new ArrayList<>(List.of(DEFAULT));

  Projects() {}

  /**
   * Adds a project.
   *
   * @throws IllegalArgumentException if one of the keys is taken
   */
  public synchronized Project add(String secretKey, String publishableKey) {
    for (Project known : projects) {
      if (known.secretKey().equals(secretKey) || known.publishableKey().equals(publishableKey)) {
        throw new IllegalArgumentException("A project has one of these keys already");
      }
    }
    Project project = new Project(secretKey, publishableKey);
    projects.add(project);
    return project;
  }

  /** All projects, the default one first. */
  public synchronized List<Project> list() {
    return List.copyOf(projects);
  }

  synchronized Optional<Project> bySecretKey(String secretKey) {
    return projects.stream().filter(project -> project.secretKey().equals(secretKey)).findFirst();
  }

  synchronized void reset() {
    projects.clear();
    projects.add(DEFAULT);
  }
}
