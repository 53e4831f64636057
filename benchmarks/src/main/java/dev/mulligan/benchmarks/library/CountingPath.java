package dev.mulligan.benchmarks.library;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Calls that succeed at once, of one method, on many threads. */
@State(Scope.Benchmark)
@Threads(CountingPath.THREADS)
public abstract class CountingPath {

  static final int THREADS = 16;

  @Benchmark
  public void call() {
    count();
  }

  abstract void count();
}
