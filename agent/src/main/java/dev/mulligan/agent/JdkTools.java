package dev.mulligan.agent;

/** Recognises the JDK's own tools (jps, keytool, …), in which the agent does not start. */
final class JdkTools {

  /** A class of the JDK that runs the user's program: {@code java Program.java}. */
  private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

  private JdkTools() {}

  /**
   * Whether this command runs a JDK tool. With {@code -javaagent} in {@code JAVA_TOOL_OPTIONS},
   * every JDK tool loads the agent.
   *
   * @param command the JVM's {@code sun.java.command}: for a tool it starts like {@code
   *     jdk.jcmd/sun.tools…}
   */
  static boolean isTool(String command) {
    int slash = command.indexOf('/');
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    return slash > 0
        && slash < main.length()
        && (command.startsWith("jdk.") || command.startsWith("java."))
        && !command.startsWith(SOURCE_LAUNCHER, slash + 1);
  }
}
