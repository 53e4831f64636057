package dev.mulligan.cli.check;

import dev.mulligan.cli.check.Findings.Matched;
import dev.mulligan.cli.check.Findings.OfRule;
import dev.mulligan.cli.check.Findings.Refused;
import dev.mulligan.cli.check.Findings.Taken;
import java.util.ArrayList;
import java.util.List;

/** What is found for one rule. */
final class RuleLedger {

  private final String rule;
  private final List<Matched> matched = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  RuleLedger(String rule) {
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

  /** Whether the rule matches anything at all. */
  boolean isUsed() {
    return !(matched.isEmpty() && refused.isEmpty() && taken.isEmpty());
  }

  /**
   * @param unused what is wrong with patterns that match nothing
   */
  OfRule close(List<String> unused) {
    return new OfRule(rule, matched, refused, taken, unused);
  }
}
