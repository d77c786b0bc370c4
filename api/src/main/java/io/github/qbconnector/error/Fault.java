package io.github.qbconnector.error;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, as the provider tells it.
 *
 * @param code the provider's code, for instance {@code 2020}
 * @param message the provider's message
 * @param detail more words of the provider; may be empty
 * @param fieldName the field it is about, or {@code null}; read it with {@link #field()}
 */
public record Fault(String code, String message, String detail, @Nullable String fieldName)
    implements Serializable {

  /**
   * The field the fault is about.
   *
   * @return the provider's name of the field, where it names one
   */
  public Optional<String> field() {
    return Optional.ofNullable(fieldName);
  }
}
