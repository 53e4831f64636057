package dev.mulligan;

import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Retry}. Each method replaces the earlier value of its setting, except {@link
 * #context} and {@link #retryOnResult}, which add to it. The words mean what they mean in a rule
 * file. Not thread-safe.
 */
public final class RetryBuilder {

  private final String operation;
  private final String strategyName;
  private Optional<Mulligan> mulligan = Optional.empty();
  private Executor executor = ForkJoinPool.commonPool();
  private int maxAttempts;
  private Optional<Duration> maxDuration;
  private Backoff backoff;

  /** Null where the back-off's type decides. */
  private @Nullable Jitter jitter;

  private final Strategy base;
  private List<ExceptionCondition> retryOn;
  private List<ExceptionCondition> abortOn;

  /** Null where the inherited conditions hold. */
  private @Nullable List<ResultCondition> retryOnResult;

  private Optional<DelaySource> delayFrom;
  private OnFailure onFailure;

  RetryBuilder(String operation, Strategy base) {
    Check.require(!operation.isBlank(), "an operation's name must not be blank");
    this.operation = operation;
    this.strategyName = base.name();
    this.maxAttempts = base.maxAttempts();
    this.maxDuration = base.maxDuration();
    this.backoff = base.backoff();
    this.base = base;
    this.retryOn = base.retryOn();
    this.abortOn = base.abortOn();
    this.delayFrom = base.delayFrom();
    this.onFailure = base.onFailure();
  }

  /**
   * Sets the maximum number of attempts, including the first. {@link Integer#MAX_VALUE} is a number
   * like any other.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public RetryBuilder maxAttempts(int attempts) {
    Check.atLeast(1, Setting.MAX_ATTEMPTS, attempts);
    maxAttempts = Math.min(attempts, Strategy.UNLIMITED - 1);
    return this;
  }

  /** Removes the limit on the number of attempts; {@link #maxDuration} must end the call. */
  public RetryBuilder unlimitedAttempts() {
    maxAttempts = Strategy.UNLIMITED;
    return this;
  }

  /**
   * Sets the maximum duration of a call: no attempt starts later than this after the start of the
   * first. If a delay would exceed it, the call ends at once instead (tenacity's {@code
   * stop_before_delay}).
   *
   * @throws IllegalArgumentException if it is not more than zero, or longer than 292 years
   */
  public RetryBuilder maxDuration(Duration limit) {
    Check.positive(Setting.MAX_DURATION, limit);
    maxDuration = Optional.of(limit);
    return this;
  }

  /**
   * Doubles the delay: min(base·2^(n−1), max) after attempt n.
   *
   * @throws IllegalArgumentException if one of them is negative or longer than 292 years, or max is
   *     less than base
   */
  public RetryBuilder exponential(Duration base, Duration max) {
    return exponential(base, 2, max);
  }

  /**
   * Multiplies the delay: min(base·multiplier^(n−1), max) after attempt n; never overflows
   * (tenacity, {@code wait_exponential}).
   *
   * @throws IllegalArgumentException if a duration is negative or longer than 292 years, max is
   *     less than base, or multiplier is less than 1 or infinite
   */
  public RetryBuilder exponential(Duration base, double multiplier, Duration max) {
    return backoff(new Backoff.Exponential(base, multiplier, max));
  }

  /**
   * Waits the same delay after every attempt, without jitter unless {@link #jitter} sets one.
   *
   * @throws IllegalArgumentException if it is negative or longer than 292 years
   */
  public RetryBuilder fixed(Duration delay) {
    return backoff(new Backoff.Fixed(delay));
  }

  /**
   * Sets any other back-off. As in a rule file, a back-off of another type than before has the
   * jitter of its type, unless {@link #jitter} sets one: full jitter for {@link
   * Backoff.Exponential}, none for the others.
   */
  public RetryBuilder backoff(Backoff growth) {
    backoff = growth;
    return this;
  }

  /**
   * Applies proportional jitter to the delay: delay·(1 + (1−2u)·factor), u uniform in [0, 1).
   *
   * @throws IllegalArgumentException if the factor is not from 0 to 1
   */
  public RetryBuilder jitter(double factor) {
    return jitter(new Jitter.Factor(factor));
  }

  /** Sets any other jitter, such as {@link Jitter.Full}. */
  public RetryBuilder jitter(Jitter spread) {
    jitter = spread;
    return this;
  }

  /**
   * Sets the exception types, including subclasses, that are retried; replaces the earlier ones. An
   * {@link Error} must be named by its own class; a {@link StackOverflowError} is never retried.
   * Any other exception is thrown at once.
   *
   * @throws IllegalArgumentException if there is none
   */
  @SafeVarargs
  public final RetryBuilder retryOn(Class<? extends Throwable>... types) {
    Check.require(types.length > 0, Setting.RETRY_ON, " must name at least one exception");
    List<ExceptionCondition> named = new ArrayList<>();
    for (Class<? extends Throwable> type : types) {
      named.add(ExceptionCondition.ofType(type.getName()));
    }
    retryOn = named;
    return this;
  }

  /** Sets the exception types that are never retried, even if {@link #retryOn} matches them. */
  @SafeVarargs
  public final RetryBuilder abortOn(Class<? extends Throwable>... types) {
    List<ExceptionCondition> named = new ArrayList<>();
    for (Class<? extends Throwable> type : types) {
      named.add(ExceptionCondition.ofType(type.getName()));
    }
    abortOn = named;
    return this;
  }

  /**
   * Adds a condition for results that count as failed attempts. The first one replaces those of the
   * strategy that this builder extends, as in a rule file. A result that another attempt replaces
   * is closed if it is {@link AutoCloseable}.
   *
   * @param type only results of this type are tested
   * @param isFailure runs on the calling thread; if it throws, the result counts as a success
   */
  public <T> RetryBuilder retryOnResult(Class<T> type, Predicate<? super T> isFailure) {
    return retryOnResult(
        new ResultCondition.Tested(
            result -> type.isInstance(result) && isFailure.test(type.cast(result))));
  }

  /** Treats null as a failed attempt; another condition on results, as above. */
  public RetryBuilder retryOnNull() {
    return retryOnResult(new ResultCondition.Value(new ValueTest.Is(null)));
  }

  private RetryBuilder retryOnResult(ResultCondition condition) {
    List<ResultCondition> own = retryOnResult == null ? new ArrayList<>() : retryOnResult;
    own.add(condition);
    retryOnResult = own;
    return this;
  }

  /**
   * Honours a server's {@code Retry-After} (RFC 9110 §10.2.3, seconds or a date) if it is longer
   * than the back-off; at most an hour if there is no {@link #maxDuration}. The value is read from
   * what the common HTTP clients return or throw.
   */
  public RetryBuilder heedRetryAfter() {
    delayFrom = Optional.of(DelaySource.RETRY_AFTER);
    return this;
  }

  /** Sends no notification about a final failure; it is only logged. */
  public RetryBuilder silent() {
    onFailure = notifying(false, onFailure.type(), onFailure.severity(), onFailure.tags());
    return this;
  }

  /**
   * Sends a notification about each call whose attempts are used up, but not about an exception
   * that is not retried.
   *
   * @param tags selects the channels with one of these tags; none selects the channels without tags
   */
  public RetryBuilder notifying(NotificationType type, String... tags) {
    TagSelection selection =
        tags.length == 0 ? TagSelection.UNTAGGED : TagSelection.parse(List.of(tags));
    onFailure = notifying(true, type, onFailure.severity(), selection);
    return this;
  }

  /** Sets a severity other than the default of the notification type. */
  public RetryBuilder severity(NotificationSeverity severity) {
    onFailure =
        notifying(onFailure.notifies(), onFailure.type(), Optional.of(severity), onFailure.tags());
    return this;
  }

  /**
   * Adds a context entry to notifications. It is redacted like the rest; at most 50 entries are
   * sent.
   */
  public RetryBuilder context(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(onFailure.context());
    more.put(key, value);
    onFailure =
        new OnFailure(
            onFailure.notifies(), onFailure.type(), onFailure.severity(), onFailure.tags(), more);
    return this;
  }

  /**
   * Sets the executor for the second and later attempts of {@link Retry#callAsync}; the JVM's
   * common pool by default.
   */
  public RetryBuilder executor(Executor runner) {
    executor = runner;
    return this;
  }

  /**
   * Sets the instance whose channels, log and budget are used; {@link Mulligan#shared} by default.
   */
  public RetryBuilder with(Mulligan shared) {
    mulligan = Optional.of(shared);
    return this;
  }

  /**
   * @throws IllegalArgumentException if the attempts are unlimited and there is no {@link
   *     #maxDuration}
   */
  public Retry build() {
    Strategy strategy =
        new Strategy(
            strategyName,
            maxAttempts,
            maxDuration,
            backoff,
            jitter == null ? inheritedJitter() : jitter,
            retryOn,
            abortOn,
            retryOnResult == null ? base.retryOnResult() : retryOnResult,
            delayFrom,
            onFailure);
    return new Retry(
        mulligan.orElseGet(Mulligan::shared),
        new Operation(operation, strategyName, Operation.Mode.RETRY),
        strategy,
        executor);
  }

  private Jitter inheritedJitter() {
    return backoff.type() == base.backoff().type() ? base.jitter() : backoff.type().usualJitter();
  }

  private OnFailure notifying(
      boolean notifies,
      NotificationType type,
      Optional<NotificationSeverity> severity,
      TagSelection tags) {
    return new OnFailure(notifies, type, severity, tags, onFailure.context());
  }
}
