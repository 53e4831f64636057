package dev.mulligan.attach;

import java.util.Optional;
import java.util.Properties;

/**
 * That an agent is in a process, as its system property {@value #PROPERTY} tells: version and
 * number of woven methods, one space between them. A detach takes the property away.
 */
public record AgentPresence(String version, int methods) {

  public static final String PROPERTY = "dev.mulligan.status";

  static Optional<AgentPresence> in(Properties systemProperties) {
    String[] words = systemProperties.getProperty(PROPERTY, "").split(" ", -1);
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
