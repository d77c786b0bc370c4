package io.github.qbconnector.impl.connection;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What connections made now are bound to: an environment, and after its last blank a client. Worked
 * out once for each snapshot of the configuration, since every gated request compares it.
 */
public final class Bindings<S> {
  private record Bound<S>(S settings, String binding) {}

  private final Supplier<S> settings;
  private final Function<S, String> binding;
  private volatile @Nullable Bound<S> bound;

  /**
   * @param settings gives the settings as they were read last, for nothing
   */
  public Bindings(Supplier<S> settings, Function<S, String> binding) {
    this.settings = settings;
    this.binding = binding;
  }

  /** The binding of connections made now. */
  @SuppressWarnings(
      "ReferenceEquality") // a new snapshot is a new object; values cost too much here
  public String now() {
    S current = settings.get();
    Bound<S> known = bound;
    if (known == null || known.settings() != current) {
      known = new Bound<>(current, binding.apply(current));
      bound = known;
    }
    return known.binding();
  }

  /** Whether a binding differs from that of now only in the client, not in the environment. */
  public boolean isOfSameEnvironment(String stored) {
    String current = now();
    return stored
        .substring(0, stored.lastIndexOf(' ') + 1)
        .equals(current.substring(0, current.lastIndexOf(' ') + 1));
  }
}
