package io.github.qbconnector.impl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.qbconnector.impl.json.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is static lives as long as the class loader, and two applications of an EAR may share that:
 * constants may be there, and nothing that changes.
 */
class StaticStateTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.qbconnector");

  @Test
  void whatIsStaticIsAConstant() {
    List<String> changing = new ArrayList<>();
    for (JavaClass type : SHIPPED) {
      if (!type.getPackageName().startsWith("io.github.qbconnector.simulator")) {
        Arrays.stream(type.reflect().getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .filter(
                field -> !Modifier.isFinal(field.getModifiers()) || !isConstant(value(null, field)))
            .forEach(field -> changing.add(field.toString()));
      }
    }

    assertThat(changing).isEmpty();
  }

  private static boolean isConstant(@Nullable Object value) {
    return value instanceof String
        || value instanceof Enum<?>
        || value instanceof Pattern
        || value instanceof URI
        || value instanceof System.Logger
        || value == Json.PROVIDER
        || (value instanceof Optional<?> optional && optional.map(v -> isConstant(v)).orElse(true))
        || (value instanceof Collection<?> && isUnmodifiable(value))
        || (value instanceof Map<?, ?> && isUnmodifiable(value))
        || (value != null && (isOfTheLanguage(value.getClass()) || isMadeOfConstants(value)));
  }

  private static boolean isMadeOfConstants(Object value) {
    return value.getClass().getName().startsWith("io.github.qbconnector.")
        && Arrays.stream(value.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .allMatch(
                field -> Modifier.isFinal(field.getModifiers()) && isConstant(value(value, field)));
  }

  private static boolean isUnmodifiable(Object collection) {
    return collection.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }

  /** Numbers, durations, and objects that are nothing but themselves. */
  private static boolean isOfTheLanguage(Class<?> type) {
    return type == Object.class
        || type.getPackageName().equals("java.time")
        || (type.getPackageName().equals("java.lang") && Number.class.isAssignableFrom(type))
        || type == Boolean.class;
  }

  private static @Nullable Object value(@Nullable Object owner, Field field) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }
}
