package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock;
import com.acme.shop.Stock.Reply;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of {@link Stock#ask} whose result the contender checks; the result is good. */
@State(Scope.Thread)
public abstract class ResultPath {

  /** Set to true where null means failure; otherwise a status of 503 does. */
  static final String FAILS_WITH_NULL = "mulligan.benchmarks.failsWithNull";

  final Stock stock =
      new Stock(Boolean.getBoolean(FAILS_WITH_NULL) ? null : new Reply(503, "busy"));
  private int article;

  /** Each contender implements {@link #ask}. */
  @Benchmark
  public @Nullable Object call() throws Throwable {
    return ask(article++);
  }

  abstract @Nullable Reply ask(int article) throws Throwable;

  /** Whether the contenders treat a status as a failure: 429 and 500..599. */
  static boolean isFailed(@Nullable Reply reply) {
    return reply == null
        || reply.statusCode() == 429
        || (reply.statusCode() >= 500 && reply.statusCode() <= 599);
  }

  /** Runs after the measurement, so that the measured code has never seen a failure. */
  @TearDown
  public void retriesUnlessBare() throws Throwable {
    stock.failOnce();
    boolean expected = Boolean.parseBoolean(System.getProperty(HappyPath.RETRIES, "true"));
    if (isFailed(ask(1)) == expected) {
      throw new IllegalStateException(
          "measured the wrong thing: a failure was " + (expected ? "not " : "") + "retried");
    }
  }
}
