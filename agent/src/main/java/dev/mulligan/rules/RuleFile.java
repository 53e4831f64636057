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
 * @param strategies the strategies that the file defines, by name, without the built-in ones
 * @param rules in the order in which they are tried
 * @param storm the budgets, and the rules whose nested attempts may multiply
 * @param mentions the classes that conditions name, to be looked up by {@code check}
 * @param read the files from which it was read
 */
public record RuleFile(
    Map<String, Strategy> strategies,
    List<Rule> rules,
    NotificationSettings notifications,
    AgentSettings agent,
    StormProtection storm,
    List<ClassMention> mentions,
    ReadFiles read) {

  /** The only version of the format so far. */
  public static final int VERSION = 1;

  public RuleFile {
    strategies = Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
    rules = List.copyOf(rules);
    mentions = List.copyOf(mentions);
  }
}
