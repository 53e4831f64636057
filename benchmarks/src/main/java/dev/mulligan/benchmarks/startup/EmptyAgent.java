package dev.mulligan.benchmarks.startup;

/** An empty agent: the JVM's own cost of running an agent. */
public final class EmptyAgent {

  private EmptyAgent() {}

  public static void premain(String arguments) {}
}
