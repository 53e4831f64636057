package dev.mulligan.benchmarks.failurepath;

/** The plain call, in a JVM with the agent. */
public class WovenFailure extends FailurePath {

  @Override
  long reserve(int article) {
    return warehouse.reserve(article);
  }
}
