package dev.mulligan.attach.report;

import java.util.List;

/**
 * What an agent does in its process: the answer to attach, reload and status alike.
 *
 * @param version of the agent
 * @param jar the agent's jar as the process sees it
 * @param ruleFile the rule file in use, as the process sees it
 * @param weaving the last weaving of loaded classes
 * @param rules in the rule file's order
 * @param guards what stands around the retry of rules
 * @param storm what was held back for the sake of what the calls go to
 * @param channels where notifications go
 * @param problems that still stand, such as a rule file that became broken after it was read
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
    List<ReportedProblem> problems) {

  /**
   * @param classes how many loaded classes were rewritten
   * @param millis how long that took
   */
  public record Weaving(int classes, long millis) {}

  /** How many methods of loaded classes retry. */
  public int methods() {
    return rules.stream().mapToInt(rule -> rule.methods().size()).sum();
  }
}
