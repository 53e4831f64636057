package dev.mulligan.api;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The way to an agent, should there be one. It may come at any time, and another version of it
 * later; a system property tells which class in {@code java.lang} speaks for the one at work.
 */
final class AgentLink {

  private static final String GATE = "dev.mulligan.gate";
  private static final String METHOD = "context";

  private static volatile @Nullable AgentLink last;

  private final String gate;
  private final Method context;

  private AgentLink(String gate, Method context) {
    this.gate = gate;
    this.context = context;
  }

  /**
   * @return number (Integer), id (UUID) and rule (String) of the attempt; null when there is none
   */
  static Object @Nullable [] context() {
    try {
      String gate = System.getProperty(GATE);
      return gate == null ? null : (Object[]) of(gate).context.invoke(null);
    } catch (ReflectiveOperationException | RuntimeException unknownAgent) {
      return null;
    }
  }

  private static AgentLink of(String gate) throws ReflectiveOperationException {
    AgentLink agent = last;
    if (agent == null || !agent.gate.equals(gate)) {
      agent = new AgentLink(gate, Class.forName(gate, false, null).getMethod(METHOD));
      last = agent;
    }
    return agent;
  }
}
