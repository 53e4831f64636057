package dev.mulligan;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.LoopCall;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.OnFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call whose retry loop the application writes itself.
 *
 * <pre>{@code
 * try (RetryManager retries = retry.begin()) {
 *   while (true) {
 *     try {
 *       Batch batch = queue.fetch();
 *       retries.succeeded();
 *       return batch;
 *     } catch (IOException e) {
 *       if (!retries.failed(e)) {
 *         throw e;
 *       }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A caller with its own way of waiting calls {@link #shouldRetry}, waits for {@link #getDelay},
 * and then calls {@link #waited}. Not thread-safe. Every method but {@link #close}, {@link
 * #attempt} and {@link #notifyFailure} throws {@link IllegalStateException} if the call is over or
 * is waiting.
 */
public final class RetryManager implements AutoCloseable {

  private enum State {
    ATTEMPT,
    WAIT,
    OVER
  }

  private final Retry retry;
  private final CallId id;
  private final LoopCall call;
  private State state = State.ATTEMPT;
  private int number = 1;
  private Duration delay = Duration.ZERO;
  private @Nullable Throwable lastFailure;

  RetryManager(Retry retry) {
    this.retry = retry;
    this.id = retry.engine().newId();
    this.call = retry.beginLoop(id, retry.engine().now());
  }

  /** Returns the running attempt, or the last failed one. */
  public RetryAttempt attempt() {
    return new RetryAttempt(number, id.value(), retry.operation());
  }

  /**
   * Records a failed attempt, and sleeps on this thread if another attempt follows. An interrupt
   * ends the sleep and the call; the thread's flag stays set.
   *
   * @param failure gets the earlier exceptions attached if it is the last one
   * @return whether to make another attempt now
   */
  public boolean failed(Throwable failure) {
    return shouldRetry(failure) && proceeds(call.waitAndContinue());
  }

  /**
   * Records the result of an attempt.
   *
   * @return true if the result counts as a failure and the caller must make another attempt now
   */
  public boolean returned(@Nullable Object result) {
    require(State.ATTEMPT);
    if (number == 1 && !retry.isFailure(result)) {
      succeeded();
      return false;
    }
    return waits(call.returned(result)) && proceeds(call.waitAndContinue());
  }

  /**
   * Records a failed attempt without sleeping; the caller waits for {@link #getDelay} and then
   * calls {@link #waited}.
   *
   * @param failure as above
   * @return whether another attempt follows
   */
  public boolean shouldRetry(Throwable failure) {
    require(State.ATTEMPT);
    lastFailure = failure;
    return waits(call.failed(failure));
  }

  /**
   * Returns how long to wait before the next attempt, 0 or more.
   *
   * @throws IllegalStateException unless {@link #shouldRetry} has just returned true
   */
  public Duration getDelay() {
    require(State.WAIT);
    return delay;
  }

  /**
   * Records the end of the caller's wait.
   *
   * @return whether to make another attempt now; false if the wait exceeded the maximum duration
   * @throws IllegalStateException unless {@link #shouldRetry} has just returned true
   */
  public boolean waited() {
    require(State.WAIT);
    return proceeds(call.resume());
  }

  /** Records a successful attempt, which ends the call. */
  public void succeeded() {
    require(State.ATTEMPT);
    state = State.OVER;
    if (number == 1) {
      retry.succeededAtOnce();
    } else {
      call.succeeded();
    }
  }

  /**
   * Sends a task-failure alert about the last failure, with the strategy's tags and context, even
   * if the strategy is silent.
   *
   * @param context additional context entries
   * @throws IllegalStateException if no attempt has failed
   */
  public void notifyFailure(Map<String, String> context) {
    Throwable failure = lastFailure;
    if (failure == null) {
      throw new IllegalStateException(
          "No attempt of '" + retry.operation() + "' has failed: there is no failure to report");
    }
    Map<String, String> words = new LinkedHashMap<>(onFailure().context());
    words.putAll(context);
    Alert alert =
        Alert.taskFailure(retry.operation(), id.value().toString(), String.valueOf(failure));
    TagSelection tags = onFailure().tags();
    retry.mulligan().notify(Notification.of(NotificationType.TASK_FAILURE, alert, words, tags));
  }

  /** Cancels the call if it is not over yet; sends no notification. */
  @Override
  public void close() {
    if (state == State.ATTEMPT) {
      call.cancelled();
    } else if (state == State.WAIT) {
      call.cancelledWaiting();
    }
    state = State.OVER;
  }

  private OnFailure onFailure() {
    return retry.strategy().onFailure();
  }

  private boolean waits(Optional<Duration> wait) {
    state = wait.isPresent() ? State.WAIT : State.OVER;
    delay = wait.orElse(Duration.ZERO);
    return wait.isPresent();
  }

  private boolean proceeds(boolean again) {
    state = again ? State.ATTEMPT : State.OVER;
    number += again ? 1 : 0;
    return again;
  }

  private void require(State wanted) {
    if (state == State.OVER) {
      throw new IllegalStateException(
          "The call of '"
              + retry.operation()
              + "' is over after attempt "
              + number
              + ": begin another one with Retry.begin()");
    }
    if (state != wanted) {
      throw new IllegalStateException(
          state == State.WAIT
              ? "'" + retry.operation() + "' is waiting for its next attempt: call waited() first"
              : "'" + retry.operation() + "' is not waiting: call shouldRetry(exception) first");
    }
  }
}
