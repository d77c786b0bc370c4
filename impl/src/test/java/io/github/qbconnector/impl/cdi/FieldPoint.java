package io.github.qbconnector.impl.cdi;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A field of a class as CDI tells about it before there is any bean. */
record FieldPoint(Field field) implements InjectionPoint {
  @Override
  public Type getType() {
    return field.getGenericType();
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Arrays.stream(field.getAnnotations())
        .filter(a -> a.annotationType().isAnnotationPresent(Qualifier.class))
        .collect(Collectors.toSet());
  }

  @Override
  public Member getMember() {
    return field;
  }

  @Override
  public Bean<?> getBean() {
    throw new UnsupportedOperationException("There is no bean yet.");
  }

  @Override
  public Annotated getAnnotated() {
    throw new UnsupportedOperationException("Nobody has read the annotations yet.");
  }

  @Override
  public boolean isDelegate() {
    return false;
  }

  @Override
  public boolean isTransient() {
    return false;
  }
}
