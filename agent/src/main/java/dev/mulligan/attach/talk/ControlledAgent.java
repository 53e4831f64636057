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
   * @param request completed by the agent once the change is in force
   * @throws Refusal when nothing was changed
   */
  AgentReport attach(Path rules, Strictness strictness, Served request) throws Refusal;

  /**
   * Replaces the rules; only classes whose rules changed are rewritten.
   *
   * @param rules an absolute path; empty to reread the current file
   * @param request completed by the agent once the change is in force
   * @throws Refusal when nothing was changed
   */
  AgentReport reload(Optional<Path> rules, Served request) throws Refusal;

  /**
   * Reports the state of the agent and changes nothing. It answers during a change too.
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
   * @param request completed by the agent once the bytecode is restored
   * @throws Refusal when no agent runs here, or nothing was changed
   */
  DetachReport detach(Served request) throws Refusal;
}
