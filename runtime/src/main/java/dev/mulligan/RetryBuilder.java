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

/**
 * Makes a {@link Retry}. Each method replaces what was said before about the same, but for {@link
 * #context} and {@link #retryOnResult}, which add. For one thread.
 */
public final class RetryBuilder {

  private final String operation;
  private final String strategyName;
  private Optional<Mulligan> mulligan = Optional.empty();
  private Executor executor = ForkJoinPool.commonPool();
  private int maxAttempts;
  private Optional<Duration> maxDuration;
  private Backoff backoff;
  private Jitter jitter;
  private List<ExceptionCondition> retryOn;
  private List<ExceptionCondition> abortOn;
  private final List<ResultCondition> retryOnResult;
  private Optional<DelaySource> delayFrom;
  private OnFailure onFailure;

  RetryBuilder(String operation, Strategy base) {
    Check.require(!operation.isBlank(), "an operation's name must not be blank");
    this.operation = operation;
    this.strategyName = base.name();
    this.maxAttempts = base.maxAttempts();
    this.maxDuration = base.maxDuration();
    this.backoff = base.backoff();
    this.jitter = base.jitter();
    this.retryOn = base.retryOn();
    this.abortOn = base.abortOn();
    this.retryOnResult = new ArrayList<>(base.retryOnResult());
    this.delayFrom = base.delayFrom();
    this.onFailure = base.onFailure();
  }

  /**
   * How many attempts there are at most, the first included.
   *
   * @throws IllegalArgumentException when it is less than 1
   */
  public RetryBuilder maxAttempts(int attempts) {
    Check.atLeast(1, Setting.MAX_ATTEMPTS, attempts);
    maxAttempts = attempts;
    return this;
  }

  /** Attempts without number; only a {@link #maxDuration} ends them. */
  public RetryBuilder unlimitedAttempts() {
    maxAttempts = Strategy.UNLIMITED;
    return this;
  }

  /**
   * The total delay allowed: no attempt starts later than this after the first one's start. Where a
   * delay would lead past it, the call ends at once instead (tenacity's {@code stop_before_delay}).
   *
   * @throws IllegalArgumentException when it is not more than zero, or longer than 292 years
   */
  public RetryBuilder maxDuration(Duration limit) {
    Check.positive(Setting.MAX_DURATION, limit);
    maxDuration = Optional.of(limit);
    return this;
  }

  /**
   * Doubles the delay: min(base·2^(n−1), max) after attempt n.
   *
   * @throws IllegalArgumentException when one is negative or longer than 292 years, or max less
   *     than base
   */
  public RetryBuilder exponential(Duration base, Duration max) {
    return exponential(base, 2, max);
  }

  /**
   * Multiplies the delay: min(base·multiplier^(n−1), max) after attempt n; never overflows
   * (tenacity, {@code wait_exponential}).
   *
   * @throws IllegalArgumentException when a duration is negative or longer than 292 years, max is
   *     less than base, or multiplier less than 1 or infinite
   */
  public RetryBuilder exponential(Duration base, double multiplier, Duration max) {
    return backoff(new Backoff.Exponential(base, multiplier, max));
  }

  /**
   * The same delay every time.
   *
   * @throws IllegalArgumentException when it is negative or longer than 292 years
   */
  public RetryBuilder fixed(Duration delay) {
    return backoff(new Backoff.Fixed(delay));
  }

  /** Any other growth of the delay. */
  public RetryBuilder backoff(Backoff growth) {
    backoff = growth;
    return this;
  }

  /**
   * Spreads the delay: delay·(1 + (1−2u)·factor), u uniform in [0, 1).
   *
   * @throws IllegalArgumentException when it is not from 0 to 1
   */
  public RetryBuilder jitter(double factor) {
    return jitter(new Jitter.Factor(factor));
  }

  /** Spreads the delay in another way, such as {@link Jitter.Full}. */
  public RetryBuilder jitter(Jitter spread) {
    jitter = spread;
    return this;
  }

  /**
   * The exceptions that another attempt may help, with their subclasses, instead of those before.
   * An {@link Error} must be named for itself. Any other is thrown at once.
   *
   * @throws IllegalArgumentException when there is none
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

  /** The exceptions that are thrown at once although {@link #retryOn} fits them. */
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
   * Results that count as failed attempts. One that another attempt replaces is closed if it is
   * {@link AutoCloseable}.
   *
   * @param type of the results asked about
   * @param isFailure asked on the thread of the call; where it throws, the result is a good one
   */
  public <T> RetryBuilder retryOnResult(Class<T> type, Predicate<? super T> isFailure) {
    retryOnResult.add(
        new ResultCondition.Tested(
            result -> type.isInstance(result) && isFailure.test(type.cast(result))));
    return this;
  }

  /** Null counts as a failed attempt. */
  public RetryBuilder retryOnNull() {
    retryOnResult.add(new ResultCondition.Value(new ValueTest.Is(null)));
    return this;
  }

  /**
   * Waits as long as a server's {@code Retry-After} says (RFC 9110 §10.2.3, seconds or a date),
   * where that is longer than the back-off; up to an hour where there is no {@link #maxDuration}.
   * Read from what the common HTTP clients return or throw.
   */
  public RetryBuilder heedRetryAfter() {
    delayFrom = Optional.of(DelaySource.RETRY_AFTER);
    return this;
  }

  /** Tells nobody of a failure that remains; the log does. */
  public RetryBuilder silent() {
    onFailure = notifying(false, onFailure.type(), onFailure.severity(), onFailure.tags());
    return this;
  }

  /**
   * Tells people of a call whose attempts are used up, not of an exception that is not retried.
   *
   * @param tags the channels with one of these; none for those without tags
   */
  public RetryBuilder notifying(NotificationType type, String... tags) {
    TagSelection selection =
        tags.length == 0 ? TagSelection.UNTAGGED : TagSelection.parse(List.of(tags));
    onFailure = notifying(true, type, onFailure.severity(), selection);
    return this;
  }

  /** Another severity than the type's own. */
  public RetryBuilder severity(NotificationSeverity severity) {
    onFailure =
        notifying(onFailure.notifies(), onFailure.type(), Optional.of(severity), onFailure.tags());
    return this;
  }

  /** A word for notifications, redacted like all of them; 50 at most are sent. */
  public RetryBuilder context(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(onFailure.context());
    more.put(key, value);
    onFailure =
        new OnFailure(
            onFailure.notifies(), onFailure.type(), onFailure.severity(), onFailure.tags(), more);
    return this;
  }

  /**
   * What runs the second and later attempts of {@link Retry#callAsync}; the JVM's common pool
   * unless another is named.
   */
  public RetryBuilder executor(Executor runner) {
    executor = runner;
    return this;
  }

  /** Whose channels, log and budget are used; {@link Mulligan#shared} unless another is named. */
  public RetryBuilder with(Mulligan shared) {
    mulligan = Optional.of(shared);
    return this;
  }

  /**
   * @throws IllegalArgumentException when the attempts are unlimited and there is no {@link
   *     #maxDuration}
   */
  public Retry build() {
    Strategy strategy =
        new Strategy(
            strategyName,
            maxAttempts,
            maxDuration,
            backoff,
            jitter,
            retryOn,
            abortOn,
            retryOnResult,
            delayFrom,
            onFailure);
    return new Retry(
        mulligan.orElseGet(Mulligan::shared),
        new Operation(operation, strategyName, Operation.Mode.RETRY),
        strategy,
        executor);
  }

  private OnFailure notifying(
      boolean notifies,
      NotificationType type,
      Optional<NotificationSeverity> severity,
      TagSelection tags) {
    return new OnFailure(notifies, type, severity, tags, onFailure.context());
  }
}
