package io.github.qbconnector.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Product;
import jakarta.ejb.ApplicationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickBooksExceptionTest {
  private final ErrorDetails details =
      ErrorDetails.of("QBC0212", Instant.EPOCH)
          .product(Product.ONLINE)
          .requestId("1-tid")
          .httpStatus(400)
          .content("x".repeat(10_000))
          .provider("ValidationFault", "5010")
          .userMessage("Somebody else changed it.")
          .build();

  @Test
  void everythingIsKeptAndTheContentIsBounded() {
    ProviderUnavailableException e =
        new ProviderUnavailableException("what", details, Duration.ofSeconds(5), null);
    assertThat(e).hasMessage("QBC0212: what");
    assertThat(e.code()).isEqualTo("QBC0212");
    assertThat(e.product()).contains(Product.ONLINE);
    assertThat(e.requestId()).contains("1-tid");
    assertThat(e.httpStatus()).contains(400);
    assertThat(e.providerType()).contains("ValidationFault");
    assertThat(e.providerCode()).contains("5010");
    assertThat(e.userMessage()).contains("Somebody else changed it.");
    assertThat(e.occurredAt()).isEqualTo(Instant.EPOCH);
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(5));
    assertThat(e.integrationCode()).isEmpty();
    assertThat(e.content().orElseThrow()).hasSize(ErrorDetails.MAX_CONTENT);
  }

  @Test
  void enterpriseBeansCanThrowThem() {
    ApplicationException marked =
        QuickBooksException.class.getAnnotation(ApplicationException.class);
    assertThat(marked.inherited()).isTrue();
    assertThat(marked.rollback()).isTrue();
  }

  @Test
  void theyTravelBetweenServers() throws Exception {
    StaleObjectException thrown =
        new StaleObjectException(
            "stale", details, List.of(new Fault("5010", "m", "d", "SyncToken")), null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      StaleObjectException received = (StaleObjectException) in.readObject();
      assertThat(received.faults()).isEqualTo(thrown.faults());
      assertThat(received.faults().get(0).field()).contains("SyncToken");
      assertThat(received.requestId()).contains("1-tid");
    }
  }
}
