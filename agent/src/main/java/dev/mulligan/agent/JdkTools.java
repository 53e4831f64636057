package dev.mulligan.agent;

/** Tells the JDK's own tools (jps, keytool, …), which the agent leaves alone. */
final class JdkTools {

  private JdkTools() {}

  /**
   * With the agent in {@code JAVA_TOOL_OPTIONS} every JDK tool would be started with it.
   *
   * @param command the JVM's {@code sun.java.command}: a tool's reads {@code jdk.jcmd/sun.tools…}
   */
  static boolean isTool(String command) {
    int slash = command.indexOf('/');
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    return slash > 0
        && slash < main.length()
        && (command.startsWith("jdk.") || command.startsWith("java."));
  }
}
