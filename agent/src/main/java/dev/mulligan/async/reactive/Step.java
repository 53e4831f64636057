package dev.mulligan.async.reactive;

import dev.mulligan.guard.AsyncAttempt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One phase of a subscriber's call: the wait for the first attempt, an attempt, or the end of the
 * call.
 */
final class Step {

  private final @Nullable Object end;
  private final @Nullable Throwable failure;
  private final @Nullable CompletableFuture<Object> timeUp;
  private final CompletableFuture<Object> next = new CompletableFuture<>();
  private volatile @Nullable AsyncAttempt attempt;

  private Step(
      @Nullable Object end,
      @Nullable Throwable failure,
      @Nullable CompletableFuture<Object> timeUp) {
    this.end = end;
    this.failure = failure;
    this.timeUp = timeUp;
  }

  /** A phase that another step follows. */
  static Step begin() {
    return new Step(null, null, null);
  }

  /** A phase with a time limit, which another step follows. */
  static Step timed() {
    return new Step(null, null, new CompletableFuture<>());
  }

  /** The last step, which subscribes to this source. */
  static Step end(Object source) {
    return new Step(source, null, null);
  }

  /**
   * The last step, which fails.
   *
   * @param source fails with this failure at once
   */
  static Step end(Object source, Throwable failure) {
    return new Step(source, failure, null);
  }

  /** Sets the attempt that this step makes. */
  void attempt(AsyncAttempt begun) {
    attempt = begun;
  }

  /** Null where this step makes no attempt, or has not begun it. */
  @Nullable AsyncAttempt attempt() {
    return attempt;
  }

  /** The source with which the call ends; null where another step follows. */
  @Nullable Object end() {
    return end;
  }

  /** The failure with which the call ends; null where it ends otherwise or goes on. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Completes when the attempt has timed out; null where there is no time limit. */
  @Nullable CompletableFuture<Object> timeUp() {
    return timeUp;
  }

  /** Completes with the step that follows. */
  CompletableFuture<Object> next() {
    return next;
  }
}
