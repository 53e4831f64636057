package dev.mulligan.cli.check;

import dev.mulligan.cli.check.CheckResult.Matched;
import dev.mulligan.cli.check.CheckResult.OfRule;
import dev.mulligan.cli.check.CheckResult.Refused;
import dev.mulligan.cli.check.CheckResult.Taken;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings for one rule. */
final class RuleFindings {

  private final String rule;
  private final List<Matched> matched = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  RuleFindings(String rule) {
    this.rule = rule;
  }

  void match(Matched method) {
    matched.add(method);
  }

  void refuse(Refused method) {
    refused.add(method);
  }

  void take(Taken method) {
    taken.add(method);
  }

  /** Whether the rule matches any method. */
  boolean isUsed() {
    return !(matched.isEmpty() && refused.isEmpty() && taken.isEmpty());
  }

  /**
   * @param unused the reasons of the patterns that match nothing
   */
  OfRule close(List<String> unused) {
    return new OfRule(rule, matched, refused, taken, unused);
  }
}
