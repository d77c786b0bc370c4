package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.impl.config.InvalidConfigurationException;
import io.github.qbconnector.impl.config.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentKeysTest {
  private static final String LIB = "its lib or the server";
  private static final String SHOP = "the module of shop.Cart";
  private static final String OFFICE = "the module of office.Desk";

  private final List<DeploymentKeys.Seen> seen = new ArrayList<>();

  private void from(String place, Map<String, String> values) {
    seen.add(new DeploymentKeys.Seen(place, values));
  }

  @Test
  void aKeyThatOnlyOneModuleSeesCountsForAll() {
    from(LIB, Map.of());
    from(SHOP, Map.of("quickbooks.product", "online", "quickbooks.owner", "principal"));
    from(OFFICE, Map.of("quickbooks.owner", "principal"));

    assertThat(DeploymentKeys.contradictions(seen)).isEmpty();
  }

  @Test
  void allKeysWithTwoValuesAreOneProblemThatNamesThePlacesAndNoValue() {
    from(LIB, Map.of("quickbooks.store", "memory"));
    from(
        SHOP,
        Map.of(
            "quickbooks.store", "memory",
            "quickbooks.owner", "principal",
            "quickbooks.online.client-secret", "one"));
    from(
        OFFICE,
        Map.of(
            "quickbooks.store", "memory",
            "quickbooks.owner", "application",
            "quickbooks.online.client-secret", "two"));

    List<Problem> problems = DeploymentKeys.contradictions(seen);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).key())
        .isEqualTo("quickbooks.online.client-secret, quickbooks.owner");
    assertThat(problems.get(0).found())
        .isEqualTo("other values in the module of shop.Cart than in the module of office.Desk");
    assertThat(new InvalidConfigurationException(problems))
        .hasMessageContaining("WEB-INF/lib of each WAR")
        .hasMessageNotContaining("two,")
        .hasMessageNotContaining("principal");
  }

  @Test
  void modulesWhoseClassesHaveTheSameNamesAreStillTwo() {
    from(SHOP, Map.of("quickbooks.owner", "principal"));
    from(SHOP, Map.of("quickbooks.owner", "application"));

    assertThat(DeploymentKeys.contradictions(seen)).hasSize(1);
  }

  @Test
  void aClassOfTheJdkIsNoPlaceToReadKeysFrom() {
    DeploymentKeys keys = new DeploymentKeys(DeploymentKeysTest.class);

    keys.usedFrom(String.class);
    keys.usedFrom(Test.class);

    assertThat(keys.loaders()).containsExactly(DeploymentKeysTest.class.getClassLoader());
    assertThat(keys.problems()).isEmpty();
  }
}
