package dev.mulligan.async.reactive;

import dev.mulligan.guard.AsyncAttempt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the subscriber of a call is subscribed to for a time: a wait for the first attempt, an
 * attempt, or what the call ends with.
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

  /** Something follows it. */
  static Step begin() {
    return new Step(null, null, null);
  }

  /** The same, with a time limit. */
  static Step timed() {
    return new Step(null, null, new CompletableFuture<>());
  }

  /** Nothing follows this source. */
  static Step end(Object source) {
    return new Step(source, null, null);
  }

  /**
   * Nothing follows this source.
   *
   * @param failure what it fails with, at once
   */
  static Step end(Object source, Throwable failure) {
    return new Step(source, failure, null);
  }

  /** It is this attempt. */
  void makes(AsyncAttempt begun) {
    attempt = begun;
  }

  /** Null where it is none, or none yet. */
  @Nullable AsyncAttempt attempt() {
    return attempt;
  }

  /** The source with which the call ends; null where something follows. */
  @Nullable Object end() {
    return end;
  }

  /** Null for every end but a known failure. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Is complete when nobody wants the attempt's outcome any more; null where it is not timed. */
  @Nullable CompletableFuture<Object> timeUp() {
    return timeUp;
  }

  /** Is complete, with a step, when it is known what follows. */
  CompletableFuture<Object> next() {
    return next;
  }
}
