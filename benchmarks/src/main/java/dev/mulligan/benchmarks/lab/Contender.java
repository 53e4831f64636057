package dev.mulligan.benchmarks.lab;

import java.util.List;

/**
 * One of the things compared by JMH.
 *
 * @param benchmark the JMH benchmark, as {@code Class.method}
 * @param jvmArguments of the JVM it runs in
 */
public record Contender(String name, String benchmark, List<String> jvmArguments) {

  public Contender {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
