package dev.mulligan.agent;

import dev.mulligan.attach.talk.ControlPoint;
import dev.mulligan.log.Log;
import dev.mulligan.thread.MulliganThread;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code agentmain}: it serves a request of the command line, or, when another tool loaded
 * the agent with {@code -javaagent} arguments, starts the agent with those.
 */
public final class AtAttach implements BiPredicate<@Nullable String, Instrumentation> {

  private static final String CONTROL = "control=";

  /** How many requests are being served in threads of their own. */
  private static final AtomicInteger SERVED = new AtomicInteger();

  @Override
  public boolean test(@Nullable String arguments, Instrumentation instrumentation) {
    Agent agent = Agent.in(instrumentation);
    if (arguments != null && arguments.startsWith(CONTROL)) {
      Log log = Start.standardLog();
      Path directory = Path.of(arguments.substring(CONTROL.length()));
      new ControlPoint(agent, log, new RequestThread(agent)).serve(directory);
    } else {
      new Start(agent).follow(arguments == null ? "" : arguments);
    }
    return isInUse(agent);
  }

  private static boolean isInUse(Agent agent) {
    return agent.isRunning() || SERVED.get() > 0;
  }

  /** The JVM's own thread must be free for the next command, which may ask for the progress. */
  private record RequestThread(Agent agent) implements ControlPoint.Worker {

    @Override
    public void execute(Runnable request) {
      SERVED.incrementAndGet();
      try {
        MulliganThread.named("request", request).start();
      } catch (OutOfMemoryError noMoreThreads) {
        request.run();
      }
    }

    /** Lets the entry class forget this loader, unless an agent runs. */
    @Override
    @SuppressWarnings("unchecked") // its type is not visible to the classes that it loads
    public void executed() {
      SERVED.decrementAndGet();
      if (AtAttach.class.getClassLoader() instanceof Consumer<?> entry) {
        ((Consumer<BooleanSupplier>) entry).accept(() -> isInUse(agent));
      }
    }
  }
}
