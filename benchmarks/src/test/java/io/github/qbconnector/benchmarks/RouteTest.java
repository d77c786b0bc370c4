package io.github.qbconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the benchmarks stand on; they would else measure refusals. */
class RouteTest {

  @Test
  void aRequestReachesItsPageThroughTheRealRooms() throws Exception {
    Known known = new Known.One();
    try {
      assertThat(known.route.ask()).isEqualTo(2);
      assertThat(known.routeWithoutProxy.ask()).isEqualTo(2);
      assertThat(known.connector.connection(Known.FIRST).status().isConnected()).isTrue();
    } finally {
      known.close();
    }
  }
}
