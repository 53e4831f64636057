package dev.mulligan.agent;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What outlives an agent and serves the next one in this process. The entry class keeps it, which
 * stays for the life of the process.
 */
final class KeptState {

  private KeptState() {}

  /**
   * Returns the values by name; put only objects of the JDK's classes into it. Empty where there is
   * no entry class, or one of a version that keeps nothing.
   */
  @SuppressWarnings("unchecked") // its type is not visible to the classes that it loads
  static Optional<Map<String, Object>> ofProcess() {
    return KeptState.class.getClassLoader() instanceof Supplier<?> entry
            && entry.get() instanceof Map<?, ?> kept
        ? Optional.of((Map<String, Object>) kept)
        : Optional.empty();
  }
}
