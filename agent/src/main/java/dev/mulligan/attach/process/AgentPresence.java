package dev.mulligan.attach.process;

import java.util.Optional;
import java.util.Properties;

/**
 * The published presence of an agent in a process: its version and the number of woven methods,
 * separated by one space. The agent publishes it in the system property {@value #PROPERTY} and
 * under the same name in {@code hsperfdata}, until a detach removes it.
 */
public record AgentPresence(String version, int methods) {

  public static final String PROPERTY = "dev.mulligan.status";

  public static Optional<AgentPresence> in(Properties systemProperties) {
    return parse(systemProperties.getProperty(PROPERTY, ""));
  }

  /**
   * @param text empty when the process has no agent
   */
  static Optional<AgentPresence> parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length < 2 || !words[1].matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(new AgentPresence(words[0], Integer.parseInt(words[1])));
  }

  /** The property's value. */
  public String text() {
    return version + " " + methods;
  }
}
