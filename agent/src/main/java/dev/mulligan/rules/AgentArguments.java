package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The arguments after {@code -javaagent:mulligan-agent.jar=}: either a rule file alone, or options
 * separated by commas, such as {@code rules=a.yaml,strict=true,log-level=debug}. If the name of the
 * rule file contains a comma, use the environment variable {@code MULLIGAN_RULES} instead.
 *
 * @param strict whether a mistake in the rule file ends the JVM
 * @param logLevel overrides the rule file's level
 * @param problems the mistakes in the options; an option with a mistake keeps its default
 */
public record AgentArguments(
    RuleSource rules, boolean strict, Optional<Log.Level> logLevel, List<Problem> problems) {

  public AgentArguments {
    problems = List.copyOf(problems);
  }

  /**
   * @param text empty where {@code -javaagent} has no arguments
   */
  public static AgentArguments parse(String text, Environment environment) {
    return new AgentArgumentsParser(text).parse(environment);
  }
}
