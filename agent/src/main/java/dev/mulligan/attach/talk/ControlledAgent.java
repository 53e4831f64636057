package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The operations of the agent that the {@link ControlPoint} calls. Each method completes its work
 * before it returns its report.
 */
public interface ControlledAgent {

  /**
   * Starts the agent with this rule file, or applies the file to the running agent; weaves loaded
   * classes too. A rule file that matches no method yet is accepted: classes loaded later are woven
   * then.
   *
   * @param rules an absolute path in this process
   * @param strictness whether a partial match is acceptable
   * @throws Refusal when nothing was changed
   */
  AgentReport attach(Path rules, Strictness strictness) throws Refusal;

  /**
   * Replaces the rules; only classes whose rules changed are rewritten.
   *
   * @param rules an absolute path; empty to reread the current file
   * @throws Refusal when nothing was changed
   */
  AgentReport reload(Optional<Path> rules) throws Refusal;

  /**
   * Reports the state of the agent and changes nothing.
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
   * Restores the original bytecode and ends the session.
   *
   * @throws Refusal when no agent runs here
   */
  DetachReport detach() throws Refusal;
}
