package io.github.qbconnector.sample.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DesktopInvoiceTest {

  private final DesktopInvoice invoice = new DesktopInvoice();

  @Test
  void theTotalIsWhatIsSoldAndTheTaxOnIt() {
    invoice.setSubtotal(new BigDecimal("100.00"));
    invoice.setSalesTaxTotal(new BigDecimal("7.25"));
    invoice.setBalanceRemaining(new BigDecimal("50.00"));

    assertThat(invoice.shown().total()).isEqualByComparingTo("107.25");
    assertThat(invoice.shown().balance()).isEqualByComparingTo("50.00");
  }

  @Test
  void whatQuickBooksLeavesOutIsNothing() {
    QuickBooksInvoice shown = invoice.shown();

    assertThat(shown.total()).isZero();
    assertThat(shown.balance()).isZero();
    assertThat(shown.customer()).isNull();
    assertThat(shown.currency()).isNull();
  }

  @Test
  void onlyWhatHasABalanceIsUnpaid() {
    DesktopInvoice owed = new DesktopInvoice();
    owed.setBalanceRemaining(new BigDecimal("12.50"));

    assertThat(InvoiceFigures.NONE.plus(invoice.shown()).plus(owed.shown()))
        .isEqualTo(new InvoiceFigures(2, 1, new BigDecimal("12.50")));
  }
}
