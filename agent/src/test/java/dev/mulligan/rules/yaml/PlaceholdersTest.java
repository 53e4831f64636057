package dev.mulligan.rules.yaml;

import static dev.mulligan.rules.yaml.Sources.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.FakeEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

  private final Sources sources =
      new Sources(
          new FakeEnvironment()
              .withVariable("HOST", "alerts.acme.com")
              .withVariable("EMPTY", "")
              .withVariable("TRICK", "${env:HOST}")
              .withProperty("acme.port", "8443")
              .withFile("/run/secrets/token", "t0ken\n")
              .withFile("secrets/near", "n3ar"));

  @ParameterizedTest
  @CsvSource({
    "${env:HOST}, alerts.acme.com",
    "${sys:acme.port}, 8443",
    "${file:/run/secrets/token}, t0ken",
    "${file:secrets/near}, n3ar",
    "jsons://${env:HOST}:${sys:acme.port}/x, jsons://alerts.acme.com:8443/x",
    "${env:HOST:-localhost}, alerts.acme.com",
    "${env:NONE:-localhost}, localhost",
    "${env:EMPTY:-localhost}, localhost",
    "[${env:EMPTY}], []",
    "${env:NONE:-}x, x",
    "${sys:none:-1:-2}, 1:-2",
    "${file:/none:-x}, x",
    "$${env:HOST}, ${env:HOST}",
    "a$b{c}, a$b{c}",
    "${env:TRICK}, ${env:HOST}", // what is filled in is not searched again
  })
  void fillsInWhatTheyStandFor(String written, String filled) {
    Scalar scalar = scalar(written);

    assertThat(scalar.text()).isEqualTo(filled);
    assertThat(sources.problems()).isEmpty();
  }

  @Test
  void isShownAsWritten() {
    Scalar scalar = scalar("${file:/run/secrets/token}");

    assertThat(scalar.isSecret()).isTrue();
    assertThat(scalar.shown()).isEqualTo("${file:/run/secrets/token}");
    assertThat(scalar).hasToString("${file:/run/secrets/token}");
  }

  @Test
  void isNoSecretWhenOnlyTheSignIsWritten() {
    assertThat(scalar("$${env:HOST}").isSecret()).isFalse();
  }

  @Test
  void worksInKeysToo() {
    Node root = sources.read("\"${env:HOST}\": 1\n");

    assertThat(Sources.text(at(root, "alerts.acme.com"))).isEqualTo("1");
  }

  @Test
  void findsThePlaceInsideOfTheValue() {
    sources.read("- 'slack://${env:A}'\n- plain ${env:B}\n- \"a\\tb${env:C}\"\n");

    assertThat(sources.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(" ")))
        .containsExactly("rules.yaml:1:12:", "rules.yaml:2:9:", "rules.yaml:3:3:");
  }

  private Scalar scalar(String written) {
    return (Scalar) at(sources.read("- '" + written + "'\n"), 0);
  }
}
