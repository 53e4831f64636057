package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code -javaagent:mulligan-agent.jar=}: the rule file alone, or options parted
 * by commas, {@code rules=a.yaml,strict=true,log-level=debug}. A rule file whose name holds a comma
 * is named by the environment variable {@code MULLIGAN_RULES} instead.
 *
 * @param strict whether a mistake in the rule file ends the JVM
 * @param logLevel wins over the rule file's
 * @param problems with the options themselves; what they should have said is then left at its
 *     default
 */
public record AgentArguments(
    RuleSource rules, boolean strict, Optional<Log.Level> logLevel, List<Problem> problems) {

  public AgentArguments {
    problems = List.copyOf(problems);
  }

  /**
   * @param text empty where nothing was given
   */
  public static AgentArguments parse(String text, Environment environment) {
    return new AgentArgumentsParser(text).parse(environment);
  }
}
