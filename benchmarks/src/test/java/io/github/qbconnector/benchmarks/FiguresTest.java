package io.github.qbconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void areAFlatObjectOfNamesAndNumbers() {
    Figures figures = new Figures();
    figures.put("gate.decide.ns", 42.125, "± 1");
    figures.put("gate.decide.bytesPerOp", 0.0001);
    figures.put("memory.perConnection.bytes", 2_300);

    assertThat(figures.json())
        .isEqualTo(
            """
            {
              "gate.decide.ns": 42.13,
              "gate.decide.bytesPerOp": 0,
              "memory.perConnection.bytes": 2300
            }
            """);
  }

  @Test
  void aDecisionThatAllocatesBreaksTheBudget() {
    assertThat(Main.broken(decision(100, 24))).singleElement().asString().contains("24.0 B/op");
  }

  @Test
  void aDecisionBreaksTheBudgetOnlyIfItIsSlowInBothWays() {
    assertThat(Main.broken(decision(240, 0))).isEmpty(); // 12 floors, but quick
    assertThat(Main.broken(decision(260, 0))).singleElement().asString().contains("13.0 times");
    Figures noisy = decision(260, 0);
    noisy.put("floor.volatileClock.bestNs", 100);
    assertThat(Main.broken(noisy)).isEmpty();
  }

  @Test
  void theMedianIsTheMiddle() {
    assertThat(Deployment.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Deployment.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
  }

  private static Figures decision(double nanos, double bytes) {
    Figures figures = new Figures();
    figures.put("floor.volatileClock.bestNs", 20);
    figures.put("gate.decide.bestNs", nanos);
    figures.put("gate.decide.bytesPerOp", bytes);
    return figures;
  }
}
