package dev.mulligan.retry.nested;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The engine of the agent, if one runs in this JVM. An agent may be attached at any time, and later
 * another version; a system property names the class in {@code java.lang} that holds the running
 * agent's handler. The two share only classes of the JDK. {@link Answers} is the other side.
 */
public final class AgentEngine implements OtherEngine {

  private static final String GATE = "dev.mulligan.gate";
  private static final String HANDLER = "handler";

  private volatile @Nullable Field handler;

  @Override
  public void gaveUp(
      @Nullable Object failure,
      boolean isResult,
      boolean repeated,
      Threading threading,
      long nanos,
      boolean notified) {
    Object unused =
        ask(Answers.GAVE_UP, failure, isResult, repeated, threading.name(), nanos, notified);
  }

  @Override
  public Optional<Boolean> find(
      @Nullable Object failure, boolean isResult, Threading threading, long start, long now) {
    return ask(Answers.FIND, failure, isResult, threading.name(), start, now)
            instanceof Boolean notified
        ? Optional.of(notified)
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // the contract with the agent
  private @Nullable Object ask(String question, @Nullable Object... values) {
    try {
      String gate = System.getProperty(GATE);
      return gate != null && handlerOf(gate) instanceof BiFunction<?, ?, ?> agent
          ? ((BiFunction<String, @Nullable Object[], @Nullable Object>) agent)
              .apply(question, values)
          : null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknownAgent) {
      return null;
    }
  }

  private @Nullable Object handlerOf(String gate) throws ReflectiveOperationException {
    Field known = handler;
    if (known == null || !known.getDeclaringClass().getName().equals(gate)) {
      known = Class.forName(gate, false, null).getField(HANDLER);
      handler = known;
    }
    return known.get(null);
  }
}
