package dev.mulligan.retry;

import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An engine in virtual time, and calls through it as a woven method makes them. */
public final class EngineBench {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  public final VirtualTime time = new VirtualTime();
  public final LogCapture log = new LogCapture();
  public final List<FailedCall> told = new ArrayList<>();
  private final RandomGenerator random;
  private boolean hasChannels = true;
  public final RetryEngine engine;

  public EngineBench() {
    this(FixedRandom.MIDDLE);
  }

  public EngineBench(RandomGenerator random) {
    this.random = random;
    this.engine = newEngine(this::tell);
  }

  private boolean tell(FailedCall call) {
    told.add(call);
    return hasChannels;
  }

  public RetryEngine newEngine(FailureListener listener) {
    return new RetryEngine(
        time, Clock.fixed(NOW, ZoneOffset.UTC), time, random, log.log(), listener);
  }

  EngineBench withoutChannels() {
    hasChannels = false;
    return this;
  }

  public static Operation operation() {
    return new Operation("com.acme.PaymentGateway.charge", "charge", Operation.Mode.RETRY);
  }

  static Operation operation(String name) {
    return new Operation(name, name, Operation.Mode.RETRY);
  }

  static Operation observed() {
    return new Operation("com.acme.PaymentGateway.charge", "charge", Operation.Mode.OBSERVE);
  }

  RetryCall begin(Operation operation, Strategy strategy) {
    return begin(engine, operation, strategy);
  }

  /** As woven code begins a call. */
  public static RetryCall begin(RetryEngine engine, Operation operation, Strategy strategy) {
    return engine.begin(operation, strategy, null, RetryEngine.START_UNSEEN, Admission.ALWAYS);
  }

  public <T> @Nullable T call(Strategy strategy, Callable<T> method) throws Exception {
    return call(operation(), strategy, method);
  }

  /** What the inlined code does. */
  <T> @Nullable T call(Operation operation, Strategy strategy, Callable<T> method)
      throws Exception {
    RetryCall call = null;
    while (true) {
      try {
        T result = method.call();
        if (call == null && !engine.retriesResult(strategy, result)) {
          return result;
        }
        call = Objects.requireNonNullElseGet(call, () -> begin(operation, strategy));
        if (!call.returned(result)) {
          return result;
        }
      } catch (Throwable thrown) {
        call = Objects.requireNonNullElseGet(call, () -> begin(operation, strategy));
        if (!call.failed(thrown)) {
          throw thrown;
        }
      }
    }
  }

  /** The exception that the caller of a call that always fails gets. */
  Throwable failure(Operation operation, Strategy strategy, Callable<?> method) {
    try {
      call(operation, strategy, method);
    } catch (Throwable thrown) {
      return thrown;
    }
    throw new AssertionError("the call did not fail");
  }

  public Throwable failure(Strategy strategy, Callable<?> method) {
    return failure(operation(), strategy, method);
  }

  RetryStatistics.Snapshot statistics() {
    return Objects.requireNonNull(engine.statistics().snapshots().get(operation()));
  }
}
