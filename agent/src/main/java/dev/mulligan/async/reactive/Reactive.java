package dev.mulligan.async.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a reactive library. Everything of its own is an {@code Object} here: a source is
 * what the retried method returns, a signal what the function of {@code retryWhen} returns.
 */
interface Reactive {

  /** A source that is made anew for each subscriber. */
  Object defer(Supplier<Object> source);

  /**
   * Subscribes once more whenever the signal that follows a failure emits something.
   *
   * @param afterFailure the signal
   */
  Object retryWhen(Object source, Function<Throwable, Object> afterFailure);

  /** A source that comes to this value: null where it is empty. */
  Object of(@Nullable Object value);

  /** A source that fails. */
  Object failing(Throwable failure);

  /** Emits something, or fails, when the future does. */
  Object signal(CompletableFuture<Object> future);

  /** A signal that ends the retrying with this failure. */
  Object failingSignal(Throwable failure);

  Object onCancel(Object source, Runnable action);

  /**
   * Each subscription to the source is made inside of something else.
   *
   * @param around is to run what it is given, on the same thread
   */
  Object within(Object source, Consumer<Runnable> around);

  /** Adds to what the library itself hands from subscriber to source, where it does so. */
  default Object withContext(Object source, Object key, Object value) {
    return source;
  }

  /** On success and on failure. */
  Object onTerminate(Object source, Runnable action);

  /** Whether a source may emit several elements. */
  boolean isStream();

  /** On each element of a stream. */
  Object onEach(Object source, Consumer<Object> action);

  /** Only those elements of a stream. */
  Object passing(Object source, Predicate<Object> passes);

  /** A stream that goes on with another one if it is empty. */
  Object ifEmpty(Object source, Supplier<Object> other);

  /**
   * Cancels the source when the future is complete: it is empty then, or comes to some value where
   * it can't be. Waits for the future before it subscribes, lest that takes longer.
   */
  Object until(Object source, CompletableFuture<Object> timeUp);

  /**
   * Replaces the one value that the source comes to, or its failure.
   *
   * @param ofValue what to fail with in the place of a value; null to keep it. Asked with null for
   *     none
   */
  Object judging(Object source, Function<Object, Throwable> ofValue);

  /** Runs it on the library's own threads for timed work. */
  void schedule(Runnable task);
}
