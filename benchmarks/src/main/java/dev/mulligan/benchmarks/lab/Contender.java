package dev.mulligan.benchmarks.lab;

import java.util.List;

/**
 * One of the variants that JMH compares.
 *
 * @param benchmark the JMH benchmark, as {@code Class.method}
 * @param jvmArguments the arguments of its JVM
 */
public record Contender(String name, String benchmark, List<String> jvmArguments) {

  public Contender {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
