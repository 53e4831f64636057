package dev.mulligan.match.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of operations in the log are made by this, and a Scala object keeps its own. */
class TypeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Shop, com.acme.Shop",
    "com.acme.Shop$Till, com.acme.Shop.Till",
    "com.acme.Shop$Till$Drawer, com.acme.Shop.Till.Drawer",
    "com.acme.Shop$, com.acme.Shop$",
    "com.acme.Shop$package$, com.acme.Shop.package$",
    "com.acme.Shop$1, com.acme.Shop$1",
    "jdk.proxy2.$Proxy7, jdk.proxy2.$Proxy7"
  })
  void aDollarThatPartsTwoNamesIsADot(String name, String shown) {
    assertThat(TypeNames.nestedWithDots(name)).isEqualTo(shown);
  }
}
