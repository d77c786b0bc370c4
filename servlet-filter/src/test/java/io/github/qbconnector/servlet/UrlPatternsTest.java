package io.github.qbconnector.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPatternsTest {
  private final UrlPatterns patterns =
      new UrlPatterns(List.of("/report", "/accounting/*", "*.jsf"));

  @ParameterizedTest
  @CsvSource({
    "/report, true",
    "/report/1, false",
    "/reports, false",
    "/accounting, true",
    "/accounting/, true",
    "/accounting/a/b, true",
    "/accountings, false",
    "/page.jsf, true",
    "/a/b/page.jsf, true",
    "/page.jsf/more, false",
    "/jsf, false",
    "/, false"
  })
  void pathsMatchAsTheServletSpecificationSays(String path, boolean matches) {
    assertThat(patterns.match(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"/", "/a", "/a/b.c"})
  void everythingMatchesTheWholeApplication(String path) {
    assertThat(new UrlPatterns(List.of("/*")).match(path)).isTrue();
    assertThat(new UrlPatterns(List.of()).match(path)).isFalse();
  }
}
