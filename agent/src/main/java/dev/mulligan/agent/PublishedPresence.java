package dev.mulligan.agent;

import dev.mulligan.agent.perf.Perf;
import dev.mulligan.attach.process.AgentPresence;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the agent's presence in the JVM's {@code hsperfdata}, so that {@code ps} can show it
 * without attaching. The JVM creates an entry once and never removes it: the entry class keeps the
 * buffer for the next agent. In a JVM without such data nothing is published.
 */
final class PublishedPresence {

  /** Constants of {@link Perf}: the entry is variable, and it is a string. */
  private static final int VARIABLE = 3;

  private static final int STRING = 5;
  private static final int LENGTH = 63;

  private final Instrumentation instrumentation;
  private @Nullable ByteBuffer entry;
  private boolean failed;

  PublishedPresence(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * @param text empty when the agent is detached
   */
  synchronized void publish(String text) {
    if (failed) {
      return;
    }
    try {
      ByteBuffer made = entry == null ? made() : entry;
      entry = made;
      made.put(0, Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH));
    } catch (Throwable unavailable) { // ps then shows no agent for this process
      failed = true;
    }
  }

  private ByteBuffer made() {
    Map<String, Object> kept = KeptState.ofProcess().orElseThrow();
    ByteBuffer made = (ByteBuffer) kept.get(AgentPresence.PROPERTY);
    if (made == null) {
      made = create();
      kept.put(AgentPresence.PROPERTY, made);
    }
    return made;
  }

  private ByteBuffer create() {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.perf", Set.of(getClass().getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    return Perf.getPerf()
        .createByteArray(AgentPresence.PROPERTY, VARIABLE, STRING, new byte[1], LENGTH);
  }
}
