package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The agent as the {@link ControlPoint} sees it. Each call ends before it returns: what the report
 * says is so.
 */
public interface ControlledAgent {

  /**
   * Starts the agent with this rule file, or gives a running one this rule file; weaves loaded
   * classes too. That nothing matched yet is no refusal: classes loaded later are woven then.
   *
   * @param rules absolute, as this process sees it
   * @param strictness whether a partial match is good enough
   * @throws Refusal when nothing was changed
   */
  AgentReport attach(Path rules, Strictness strictness) throws Refusal;

  /**
   * Swaps the rule file; only classes whose rules changed are rewritten.
   *
   * @param rules absolute; empty for the file that is in use
   * @throws Refusal when nothing was changed
   */
  AgentReport reload(Optional<Path> rules) throws Refusal;

  /**
   * Changes nothing.
   *
   * @throws Refusal when no agent runs here
   */
  AgentReport status() throws Refusal;

  /**
   * Lists, adds, removes or tests channels; a test waits for the answers.
   *
   * @throws Refusal when nothing was changed
   */
  ChannelsReport channels(ChannelOrder order) throws Refusal;

  /**
   * Restores the original bytecode and leaves.
   *
   * @throws Refusal when no agent runs here
   */
  DetachReport detach() throws Refusal;
}
