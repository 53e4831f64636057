package dev.mulligan.attach.report;

import java.util.List;
import java.util.Optional;

/**
 * The state of an agent in its process: the reply to attach, reload and status.
 *
 * @param version of the agent
 * @param jar the agent's jar as the process sees it
 * @param ruleFile the rule file in use, as the process sees it
 * @param weaving the last weaving of loaded classes
 * @param rules in the rule file's order
 * @param guards the state of the rules' guards
 * @param storm the retries that storm protection suppressed
 * @param channels the notification channels
 * @param problems unsolved problems, such as classes that could not be rewritten
 * @param change the request that the agent is executing, if any
 */
public record AgentReport(
    String version,
    String jar,
    String ruleFile,
    Weaving weaving,
    List<RuleReport> rules,
    List<GuardReport> guards,
    StormReport storm,
    List<ChannelReport> channels,
    List<ReportedProblem> problems,
    Optional<ChangeReport> change) {

  /**
   * @param classes how many loaded classes were rewritten
   * @param millis how long it took
   */
  public record Weaving(int classes, long millis) {}

  /** How many methods of loaded classes retry. */
  public int methods() {
    return rules.stream().mapToInt(rule -> rule.methods().size()).sum();
  }
}
