package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of {@link Prices#price} through a circuit breaker that stays closed. */
@State(Scope.Thread)
public abstract class BreakerPath {

  /** The size of a breaker's window; if half of its calls fail, the breaker opens. */
  static final int WINDOW = 20;

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
  public void refusesAfterFailuresUnlessBare() {
    for (int i = 0; i < WINDOW; i++) {
      prices.failOnce();
      succeeds();
    }
    prices.recover();
    boolean expected = !Boolean.parseBoolean(System.getProperty(HappyPath.RETRIES, "true"));
    if (succeeds() != expected) {
      throw new IllegalStateException(
          "measured the wrong thing: after many failures a call was "
              + (expected ? "" : "not ")
              + "refused");
    }
  }

  private boolean succeeds() {
    try {
      return price(1) == 2;
    } catch (Throwable failedOrRefused) {
      return false;
    }
  }
}
