package dev.mulligan.benchmarks.failurepath;

import com.acme.shop.Warehouse;
import com.acme.shop.Warehouse.UnavailableException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Failing calls of {@link Warehouse#reserve}. Every contender inherits them and their verification.
 */
@State(Scope.Thread)
public abstract class FailurePath {

  static final int ATTEMPTS = 3;

  final Warehouse warehouse = new Warehouse();
  private long calls;

  /** The first two attempts fail, the third succeeds. */
  @Benchmark
  public long recovers() throws Throwable {
    calls++;
    warehouse.fail(ATTEMPTS - 1);
    return reserve(1);
  }

  /** All attempts fail. */
  @Benchmark
  public long exhausted() throws Throwable {
    calls++;
    warehouse.fail(ATTEMPTS);
    try {
      return reserve(1);
    } catch (UnavailableException expected) {
      return 0;
    }
  }

  abstract long reserve(int article) throws Throwable;

  @TearDown
  public void everyCallWasAttemptedThreeTimes() {
    if (warehouse.attempts() != ATTEMPTS * calls) {
      throw new IllegalStateException(
          "measured the wrong thing: %d attempts of %d calls"
              .formatted(warehouse.attempts(), calls));
    }
  }
}
