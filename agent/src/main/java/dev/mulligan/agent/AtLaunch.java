package dev.mulligan.agent;

import java.lang.instrument.Instrumentation;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Handles {@code premain}: starts the agent with the arguments of {@code -javaagent}. */
public final class AtLaunch implements BiPredicate<@Nullable String, Instrumentation> {

  /** EX_CONFIG of sysexits.h: configuration error. */
  private static final int EX_CONFIG = 78;

  @Override
  public boolean test(@Nullable String arguments, Instrumentation instrumentation) {
    String command = System.getProperty("sun.java.command", "");
    if (JdkTools.isTool(command)) {
      Start.stayAway(arguments == null ? "" : arguments, command);
      return false;
    }
    Agent agent = Agent.in(instrumentation);
    Start.Outcome outcome = new Start(agent).follow(arguments == null ? "" : arguments);
    if (outcome == Start.Outcome.REFUSED_STRICTLY) {
      System.exit(EX_CONFIG);
    }
    return agent.isRunning();
  }
}
