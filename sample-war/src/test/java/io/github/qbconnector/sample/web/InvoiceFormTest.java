package io.github.qbconnector.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.sample.billing.InvoiceDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFormTest {

  private final Map<String, String> typed =
      new HashMap<>(
          Map.of(
              "customer", "7",
              "description", " Rye bread ",
              "issuedOn", "2026-11-21",
              "dueOn", "2026-12-21",
              "amount", "$1,234.5"));

  @Test
  void readsWhatPeopleType() {
    assertThat(InvoiceForm.of(typed::get).draft())
        .contains(
            new InvoiceDraft(
                7,
                "Rye bread",
                LocalDate.of(2026, 11, 21),
                LocalDate.of(2026, 12, 21),
                new BigDecimal("1234.50")));
  }

  @ParameterizedTest
  @CsvSource({
    "customer, ''",
    "description, ' '",
    "issuedOn, 21.11.2026",
    "dueOn, 2026-11-20",
    "amount, 0",
    "amount, -5",
    "amount, 1.005",
    "amount, 1000000.01",
    "amount, a lot"
  })
  void saysWhichFieldIsWrong(String field, String value) {
    typed.put(field, value);

    InvoiceForm form = InvoiceForm.of(typed::get);

    assertThat(form.draft()).isEmpty();
    assertThat(form.getErrors()).containsOnlyKeys(field);
  }

  @Test
  void marksEveryFieldOfAnEmptyPost() {
    InvoiceForm form = InvoiceForm.of(name -> null);

    assertThat(form.draft()).isEmpty();
    assertThat(form.getErrors())
        .containsOnlyKeys("customer", "description", "issuedOn", "dueOn", "amount");
  }
}
