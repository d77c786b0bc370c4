package io.github.qbconnector.impl.connection;

import io.github.qbconnector.error.QuickBooksException;

/** How a flow ended. */
public sealed interface FlowOutcome {

  /** The connection is stored. */
  record Connected(String companyId) implements FlowOutcome {}

  /** Somebody has finished this flow already. */
  record AlreadyUsed() implements FlowOutcome {}

  /** The user said no. */
  record Cancelled() implements FlowOutcome {}

  /** The callback named another company than the one that is connected; nothing was changed. */
  record OtherCompany(String connected, String offered) implements FlowOutcome {}

  /** The company the callback named is not the one the user consented to; nothing was stored. */
  record NotProven(QuickBooksException failure) implements FlowOutcome {}

  /** The provider did not give a grant, or was not asked rightly; nothing was stored. */
  record Refused(QuickBooksException failure) implements FlowOutcome {}
}
