package dev.mulligan.match.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KotlinNamesTest {

  @ParameterizedTest
  @CsvSource({
    "token, token",
    "token-ATqs4ZQ, token",
    "token-A_q-4ZQ, token",
    "hidden$main, hidden",
    "hidden-ATqs4ZQ$main, hidden",
    "my-name, my-name",
    "my-own-name-of-it, my-own-name-of-it",
    "$serializer, $serializer",
    "-ATqs4ZQ, -ATqs4ZQ"
  })
  void areThoseOfTheSource(String name, String source) {
    assertThat(KotlinNames.source(name)).isEqualTo(source);
  }
}
