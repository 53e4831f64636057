package dev.mulligan.api;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Connects the API to the agent, if one runs in this JVM. An agent may be attached at any time, and
 * later another version; a system property names the class in {@code java.lang} that belongs to the
 * running agent.
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
   * @return the attempt's number (Integer), the call's id (UUID) and the rule's name (String); null
   *     outside of a retried call
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
