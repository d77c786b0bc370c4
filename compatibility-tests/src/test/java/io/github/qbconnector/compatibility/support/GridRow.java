package io.github.qbconnector.compatibility.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The class fills one row of the grid of servers: a cell for each launch that runs it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("grid")
public @interface GridRow {

  /** What a reader of the grid would call it. */
  String value();

  /** The part of the grid. */
  Section section() default Section.SHAPES;

  /** The parts of the grid. */
  enum Section {
    SHAPES("Shapes of WAR and EAR"),
    LOGINS("Logins and sessions"),
    BEANS("Enterprise beans and other callers"),
    CONFIGURATION("Configuration that operations own"),
    PUBLIC_WARS("WARs that nobody wrote for us");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    /** As the grid is headed. */
    public String title() {
      return title;
    }
  }
}
