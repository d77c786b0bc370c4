package io.github.qbconnector.chaos.faults;

import io.github.qbconnector.chaos.verdict.Ledger;
import io.github.qbconnector.simulator.core.Bystander;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.FaultTarget;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.LoggedRequest;
import java.util.Optional;

/** Stands at the provider: writes down what it does, and tells the referee of refreshes there. */
public final class ProviderWatch implements Bystander {
  private final Referee referee;
  private final Ledger ledger;
  private final Faults faults;

  /**
   * @param faults of the provider
   */
  public ProviderWatch(Referee referee, Ledger ledger, Faults faults) {
    this.referee = referee;
    this.ledger = ledger;
    this.faults = faults;
  }

  @Override
  public void arrived(FaultTarget request) {
    if (request.endpoint() != EndpointKind.TOKEN) {
      return;
    }
    request
        .realmId()
        .ifPresent(
            realm -> {
              Optional<Blow> blow = referee.reached(realm, Point.BEFORE_CALL);
              if (blow.isPresent() && blow.get() == Blow.KILL) {
                // Its connection died with it before the provider had done anything.
                long unused =
                    faults.add(
                        Fault.of(FaultKind.DROP_BEFORE)
                            .on(EndpointKind.TOKEN)
                            .forRealm(realm)
                            .once());
              }
            });
  }

  @Override
  public void handled(LoggedRequest request) {
    String concerned = request.realmId().orElse("");
    ledger.handled(request, referee.isUnderWay(concerned), referee.isJustAfterAStop());
    if (Ledger.isRefresh(request) && request.status() == 200 && !request.cut()) {
      request
          .realmId()
          .ifPresent(
              realm -> {
                Optional<Blow> unused = referee.reached(realm, Point.ROTATED);
              });
    }
  }
}
