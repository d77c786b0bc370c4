package io.github.qbconnector.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateInitializerTest {
  private static final String SHOP = "https://shop.example/app";

  @Test
  void theEndpointsAreWhereTheServletHasThemUnlessTheRedirectUriSaysOtherwise() {
    assertThat(folder(null, null)).isEqualTo("/quickbooks/");
    assertThat(folder(null, SHOP + "/quickbooks/callback")).isEqualTo("/quickbooks/");
    assertThat(folder(SHOP, SHOP + "/quickbooks/callback")).isEqualTo("/quickbooks/");
    assertThat(folder(SHOP, SHOP + "/api/books/callback")).isEqualTo("/api/books/");
    assertThat(folder(SHOP + "/", SHOP + "/api/callback")).isEqualTo("/api/");
    assertThat(folder("https://shop.example", "https://shop.example/qb/callback"))
        .isEqualTo("/qb/");
  }

  @Test
  void urlsThatMeanNothingHereChangeNothing() {
    assertThat(folder(SHOP, "https://elsewhere.example/callback")).isEqualTo("/quickbooks/");
    assertThat(folder(SHOP, SHOP + "/api/books/return")).isEqualTo("/quickbooks/");
    assertThat(folder("not a URL", "mailto:nobody")).isEqualTo("/quickbooks/");
    assertThat(folder(SHOP, "https://shop.example/another/callback")).isEqualTo("/quickbooks/");
  }

  private static String folder(@Nullable String publicUrl, @Nullable String redirectUri) {
    return GateInitializer.folder(Optional.ofNullable(publicUrl), Optional.ofNullable(redirectUri));
  }
}
