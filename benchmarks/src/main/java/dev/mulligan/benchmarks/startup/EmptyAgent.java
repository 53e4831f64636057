package dev.mulligan.benchmarks.startup;

/** What the JVM itself asks for running any agent at all. */
public final class EmptyAgent {

  private EmptyAgent() {}

  public static void premain(String arguments) {}
}
