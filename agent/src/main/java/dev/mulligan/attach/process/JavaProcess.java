package dev.mulligan.attach.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java process as seen from outside.
 *
 * @param user the user who runs it
 * @param main its main class, or the jar it was started with; empty when unknown
 * @param version of Java, such as {@code 17.0.15}; empty when unknown
 * @param options the JVM options of its command line, in one line
 * @param attachable false when it was started with {@code -XX:+DisableAttachMechanism}
 * @param agent its agent; empty when there is none, or its JVM publishes no data
 */
public record JavaProcess(
    long pid,
    String user,
    String main,
    String version,
    String options,
    boolean attachable,
    Optional<AgentPresence> agent) {

  /** The oldest Java that the agent runs on. */
  public static final int OLDEST_JAVA = 17;

  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d+)");

  /**
   * Whether its Java is too old for the agent's classes; an unknown version counts as new enough.
   */
  public boolean isTooOld() {
    Matcher feature = FEATURE.matcher(version);
    return feature.lookingAt() && Integer.parseInt(feature.group(1)) < OLDEST_JAVA;
  }

  /** Whether its JVM publishes data about itself ({@code -XX:+UsePerfData}, the default). */
  public boolean isPublished() {
    return !version.isEmpty();
  }

  /** The last option wins, as in the JVM itself. */
  public boolean forbidsDynamicAgents() {
    return options.lastIndexOf("-XX:-EnableDynamicAgentLoading")
        > options.lastIndexOf("-XX:+EnableDynamicAgentLoading");
  }

  /** {@code App} matches {@code com.acme.App}, and {@code app} matches {@code /opt/app.jar}. */
  public boolean isCalled(String name) {
    return name.equals(main)
        || name.equals(withoutFolder())
        || name.equals(shortName())
        || (name + ".jar").equals(shortName());
  }

  /** The main class without its package or module, or the jar without its folder. */
  public String shortName() {
    String name = withoutFolder();
    return name.endsWith(".jar") ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  /** Without a jar's folder or a class's module. */
  private String withoutFolder() {
    return main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
  }
}
