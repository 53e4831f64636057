package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A successful call of {@link Prices#price}. Every contender inherits it and its verification. */
@State(Scope.Thread)
public abstract class HappyPath {

  /** Set to false for the one contender that must not retry. */
  static final String RETRIES = "mulligan.benchmarks.retries";

  final Prices prices = new Prices();
  private int article;

  /** Each contender implements {@link #price}. */
  @Benchmark
  public long call() throws Throwable {
    return price(article++);
  }

  abstract long price(int article) throws Throwable;

  /** Runs after the measurement, so that the measured code has never seen a failure. */
  @TearDown
  public void retriesUnlessBare() {
    prices.failOnce();
    boolean expected = Boolean.parseBoolean(System.getProperty(RETRIES, "true"));
    if (recovers() != expected) {
      throw new IllegalStateException(
          "measured the wrong thing: a failure was " + (expected ? "not " : "") + "retried");
    }
  }

  private boolean recovers() {
    try {
      return price(1) == 2;
    } catch (Throwable notRetried) {
      return false;
    }
  }
}
