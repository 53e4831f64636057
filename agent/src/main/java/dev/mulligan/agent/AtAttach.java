package dev.mulligan.agent;

import dev.mulligan.attach.talk.ControlPoint;
import dev.mulligan.log.Log;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code agentmain}: it serves a request of the command line, or, when another tool loaded
 * the agent with {@code -javaagent} arguments, starts the agent with those.
 */
public final class AtAttach implements BiPredicate<@Nullable String, Instrumentation> {

  private static final String CONTROL = "control=";

  @Override
  public boolean test(@Nullable String arguments, Instrumentation instrumentation) {
    Agent agent = Agent.in(instrumentation);
    if (arguments != null && arguments.startsWith(CONTROL)) {
      Log log = Start.standardLog();
      new ControlPoint(agent, log).serve(Path.of(arguments.substring(CONTROL.length())));
    } else {
      new Start(agent).follow(arguments == null ? "" : arguments);
    }
    return agent.isRunning();
  }
}
