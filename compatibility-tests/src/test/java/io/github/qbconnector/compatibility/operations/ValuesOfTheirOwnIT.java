package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server, one set of keys, and two applications that the server gives other values. */
@GridRow(
    value = "two applications, each with values of its own",
    section = GridRow.Section.CONFIGURATION)
class ValuesOfTheirOwnIT extends OperatedPromises {

  @BeforeEach
  void registerBoth() {
    register("north-client", SECRET);
    register("south-client", SECRET);
  }

  @Test
  void eachGoesToIntuitAsItselfWithOwnersAndRoutesOfItsOwn() {
    assertThat(new ConnectJourney(at("north", "nina")).leaving("/quickbooks/connect"))
        .hasParameter("client_id", "north-client");
    assertThat(new ConnectJourney(at("south", "sam")).leaving("/quickbooks/connect"))
        .hasParameter("client_id", "south-client");

    assertThat(new ConnectJourney(at("south", "sam")).from(PAGE, BAKERY).body())
        .isEqualTo("reached");

    assertThat(at("south", "somebody-else").open(PAGE).body())
        .as("one company for all of south")
        .isEqualTo("reached");
    assertThat(at("north", "sam").open(PAGE).statusCode()).as("north is asked").isEqualTo(303);
    assertThat(at("north", "sam").open("/connected/page.txt").statusCode())
        .as("a route that only south has gated")
        .isEqualTo(200);
  }
}
