package io.github.qbconnector.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/invoices",
        "/app/invoices?page=2&sort=a%20b",
        "/a/b#part",
        "/search?next=https://other.example/",
        "/a;jsessionid=1"
      })
  void aPathOfThisApplicationIsTaken(String path) {
    assertThat(ReturnPath.isValid(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%5cevil.example",
        "/%2fevil.example",
        "/%2F%2Fevil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\tevil",
        "/ /evil.example",
        "/\r\nSet-Cookie: a=b",
        "/%0d%0aSet-Cookie: a",
        "/../other-application",
        "/a/../../b",
        "/a/%2e%2e/%2e%2e/b",
        "/./a",
        "/ünïcode",
        "/a%zz"
      })
  void whatABrowserCouldReadAsAnotherPlaceIsRefused(String path) {
    assertThat(ReturnPath.isValid(path)).isFalse();
  }

  @org.junit.jupiter.api.Test
  void aPathHasALimit() {
    assertThat(ReturnPath.isValid("/" + "a".repeat(1_023))).isTrue();
    assertThat(ReturnPath.isValid("/" + "a".repeat(1_024))).isFalse();
  }
}
