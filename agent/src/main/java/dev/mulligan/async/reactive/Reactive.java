package dev.mulligan.async.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations that the agent needs of a reactive library. The library's objects have the type
 * {@code Object} here: a source is what the retried method returns; a signal is what the function
 * of {@code retryWhen} returns.
 */
interface Reactive {

  /** Returns a source that calls the supplier for each subscriber. */
  Object defer(Supplier<Object> source);

  /**
   * Resubscribes whenever the signal that follows a failure emits an element.
   *
   * @param afterFailure returns the signal for a failure
   */
  Object retryWhen(Object source, Function<Throwable, Object> afterFailure);

  /** Returns a source of this value; null means an empty source. */
  Object of(@Nullable Object value);

  /** Returns a source that fails. */
  Object failing(Throwable failure);

  /** Returns a signal that emits or fails when the future completes. */
  Object signal(CompletableFuture<Object> future);

  /** Returns a signal that ends the retrying with this failure. */
  Object failingSignal(Throwable failure);

  Object onCancel(Object source, Runnable action);

  /**
   * Wraps each subscription to the source.
   *
   * @param around must run its argument, the subscription, on the same thread
   */
  Object within(Object source, Consumer<Runnable> around);

  /** Adds an entry to the subscriber context, where the library has one. */
  default Object withContext(Object source, Object key, Object value) {
    return source;
  }

  /** Runs the action when the source succeeds or fails. */
  Object onTerminate(Object source, Runnable action);

  /** Whether a source may emit several elements. */
  boolean isStream();

  /** Runs the action on each element of a stream. */
  Object onEach(Object source, Consumer<Object> action);

  /** Keeps only those elements of a stream for which the predicate holds. */
  Object filter(Object source, Predicate<Object> passes);

  /** Continues an empty stream with another one. */
  Object ifEmpty(Object source, Supplier<Object> other);

  /**
   * Cancels the source when the future completes. The result is then empty, or, where the kind
   * cannot be empty, the future's value. Subscribes to the future first, because subscribing to the
   * source may take longer.
   */
  Object until(Object source, CompletableFuture<Object> timeUp);

  /**
   * Fails the source where the function rejects its value.
   *
   * @param ofValue returns the failure for a value, or null to keep the value; it gets null for an
   *     empty source
   */
  Object rejecting(Object source, Function<Object, Throwable> ofValue);

  /** Runs the task on the library's own scheduler threads. */
  void schedule(Runnable task);
}
