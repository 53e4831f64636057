package dev.mulligan.weave.method;

import dev.mulligan.async.Attempts;
import dev.mulligan.gate.Gate;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is a subscription, while its thread subscribes. Like an {@link Activation}, it is
 * in the thread's chain of calls.
 */
public final class SubscribedAttempt implements Supplier<Object @Nullable []> {

  private final CallId call;
  private final int number;
  private final Operation operation;

  private SubscribedAttempt(CallId call, int number, Operation operation) {
    this.call = call;
    this.number = number;
    this.operation = operation;
  }

  public static Attempts of(Operation operation) {
    return (call, number, part) -> new SubscribedAttempt(call, number, operation).run(part);
  }

  private void run(Runnable part) {
    @Nullable Object[] before = Gate.RUNNING.get();
    @Nullable Object[] thread = before == null ? new @Nullable Object[1] : before;
    Object outer = thread[0];
    thread[0] = this;
    if (before == null) {
      Gate.RUNNING.set(thread);
    }
    try {
      part.run();
    } finally {
      thread[0] = outer;
      if (before == null) {
        Gate.RUNNING.remove();
      }
    }
  }

  /** The values that {@code mulligan-api} reads. */
  @Override
  public Object @Nullable [] get() {
    return new Object[] {number, call.value(), operation.rule()};
  }
}
