package dev.mulligan.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.rules.RuleFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StormReaderTest {

  private static final String RULES =
      """
      rules:
        - {name: a, match: "a.B.a()"}
        - {name: b, match: "a.B.b()", budget: {tokens: 50, refill: 30/min}}
        - {name: c, match: "a.B.c()", budget: off, nested: multiply}
        - {name: d, match: "a.B.d()", budget: {}, nested: once}
      """;

  @TempDir private Path folder;

  @Test
  void theProcessHasABudgetUnlessTheFileSaysOff() {
    assertThat(read("").process()).contains(new RetryBudget(1_000, 0.1, 10));
    assertThat(read("agent: {budget: {}}\n").process()).contains(RetryBudget.DEFAULT);
    assertThat(read("agent: {budget: {tokens: 5, success-ratio: 0}}\n").process())
        .contains(new RetryBudget(5, 0, 10));
    assertThat(read("agent: {budget: off}\n").process()).isEmpty();
    assertThat(read("agent: {budget: \"off\"}\n").process()).isEmpty();
  }

  @Test
  void aRuleHasTheProcesssItsOwnOrNone() {
    assertThat(read("").ofRules())
        .isEqualTo(
            Map.of(
                "b", Optional.of(new RetryBudget(50, 0.1, 0.5)),
                "c", Optional.empty(),
                "d", Optional.of(RetryBudget.DEFAULT)));
  }

  @Test
  void aRuleMultipliesOnlyWhenItSaysSo() {
    assertThat(read("").multiplying()).containsExactly("c");
  }

  private StormProtection read(String agent) {
    return new RuleFiles(folder).accept("version: 1\n" + agent + RULES).storm();
  }
}
