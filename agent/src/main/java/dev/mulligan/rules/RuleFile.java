package dev.mulligan.rules;

import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.strategy.Strategy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule file with everything that it includes.
 *
 * @param strategies those that the file defines, by name; the built-in ones are not among them
 * @param rules in the order in which they are tried
 * @param storm the budgets, and which rules may multiply
 * @param mentions the classes that conditions name, for those who can look them up
 * @param read where it was read from
 */
public record RuleFile(
    Map<String, Strategy> strategies,
    List<Rule> rules,
    NotificationSettings notifications,
    AgentSettings agent,
    StormProtection storm,
    List<ClassMention> mentions,
    ReadFiles read) {

  /** The one version of the format so far. */
  public static final int VERSION = 1;

  public RuleFile {
    strategies = Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
    rules = List.copyOf(rules);
    mentions = List.copyOf(mentions);
  }
}
