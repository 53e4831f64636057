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
 * The retries of one call whose loop is written by hand.
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
 * <p>Who waits in a way of its own asks {@link #shouldRetry}, waits {@link #getDelay}, and says
 * {@link #waited}. For one thread at a time. Every method but {@link #close}, {@link #attempt} and
 * {@link #notifyFailure} throws {@link IllegalStateException} when the call is over, or waits.
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
    this.call = retry.beganLoop(id, retry.engine().now());
  }

  /** The attempt under way, or the one that failed last. */
  public RetryAttempt attempt() {
    return new RetryAttempt(number, id.value(), retry.operation());
  }

  /**
   * An attempt failed: waits on this thread where there is to be another one. An interrupt ends the
   * waiting and the call; the thread's flag stays set.
   *
   * @param failure gets those before attached when it is the last one
   * @return whether to make another attempt, now
   */
  public boolean failed(Throwable failure) {
    return shouldRetry(failure) && goesOn(call.waitAndGoOn());
  }

  /**
   * An attempt came to this result.
   *
   * @return whether it counts as failed and another attempt is to be made, now
   */
  public boolean returned(@Nullable Object result) {
    require(State.ATTEMPT);
    if (number == 1 && !retry.isFailure(result)) {
      succeeded();
      return false;
    }
    return waits(call.returned(result)) && goesOn(call.waitAndGoOn());
  }

  /**
   * An attempt failed; the waiting is the caller's: {@link #getDelay}, then {@link #waited}.
   *
   * @param failure as above
   * @return whether there is to be another attempt
   */
  public boolean shouldRetry(Throwable failure) {
    require(State.ATTEMPT);
    lastFailure = failure;
    return waits(call.failed(failure));
  }

  /**
   * How long to wait before the next attempt, 0 or more.
   *
   * @throws IllegalStateException unless {@link #shouldRetry} has just said yes
   */
  public Duration getDelay() {
    require(State.WAIT);
    return delay;
  }

  /**
   * The waiting is over.
   *
   * @return whether to make another attempt, now: not where it took until after the max-duration
   * @throws IllegalStateException unless {@link #shouldRetry} has just said yes
   */
  public boolean waited() {
    require(State.WAIT);
    return goesOn(call.goesOn());
  }

  /** An attempt succeeded; the call is over. */
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
   * Sends a task-failure alert about the last failure, with the strategy's tags and context, also
   * where the strategy is silent.
   *
   * @param context more words for it
   * @throws IllegalStateException when no attempt has failed
   */
  public void notifyFailure(Map<String, String> context) {
    Throwable failure = lastFailure;
    if (failure == null) {
      throw new IllegalStateException(
          "No attempt of '" + retry.operation() + "' has failed: there is nothing to tell");
    }
    Map<String, String> words = new LinkedHashMap<>(told().context());
    words.putAll(context);
    Alert alert =
        Alert.taskFailure(retry.operation(), id.value().toString(), String.valueOf(failure));
    TagSelection tags = told().tags();
    retry.mulligan().notify(Notification.of(NotificationType.TASK_FAILURE, alert, words, tags));
  }

  /** Gives up where the call is not over yet, without a word to anybody. */
  @Override
  public void close() {
    if (state == State.ATTEMPT) {
      call.givenUp();
    } else if (state == State.WAIT) {
      call.givenUpWaiting();
    }
    state = State.OVER;
  }

  private OnFailure told() {
    return retry.strategy().onFailure();
  }

  private boolean waits(Optional<Duration> wait) {
    state = wait.isPresent() ? State.WAIT : State.OVER;
    delay = wait.orElse(Duration.ZERO);
    return wait.isPresent();
  }

  private boolean goesOn(boolean again) {
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
              ? "'" + retry.operation() + "' waits for its next attempt: say waited() first"
              : "'" + retry.operation() + "' does not wait: ask shouldRetry(exception) first");
    }
  }
}
