package io.github.qbconnector.sample.accounting;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Keeps moments as timestamps in UTC: an Instant is no basic type of Jakarta Persistence yet. */
@Converter
public class InstantConverter implements AttributeConverter<Instant, LocalDateTime> {

  @Override
  public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime timestamp) {
    return timestamp == null ? null : timestamp.toInstant(ZoneOffset.UTC);
  }
}
