package dev.mulligan.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "max-attempts: 3 | max-attempts: 3",
        "- url: slack://T0/B0/x0x | - url: slack://**/**/***",
        "- url: \"slack://T0/B0/x0x\" # old | - url: \"slack://**/**/***\" # old",
        "- {url: 'json://u:pw@host/x', tags: a} | - {url: 'json://*:**@****/*', tags: a}",
        "- {url: json://host/x, tags: [a]} | - {url: json://****/*, tags: [a]}",
        "- url: json://host/#a,#b | - url: json://****/#**#*",
        "- url: json://it's/a\"b | - url: json://****/***",
        "- url: slack://${env:A}/b | - url: slack://${env:A}/*",
        "- url: slack://${env:A:-s3cret}/b | - url: slack://${env:A:-******}/*",
        "- url: slack://${env:A | - url: slack://${env:A",
        "a: http://x b: http://y | a: http://* b: http://*",
      })
  void hidesWhatAUrlMayKeepSecretAndKeepsTheColumns(String line, String shown) {
    assertThat(MaskedLine.of(line)).isEqualTo(shown).hasSameSizeAs(line);
  }
}
