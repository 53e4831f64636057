package dev.mulligan;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.log.Log;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.registry.NotificationSettings.Channel;
import dev.mulligan.redact.Redactor;
import dev.mulligan.report.FailureReports;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.listener.RetryRate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds a {@link Mulligan}. Not thread-safe. */
public final class MulliganBuilder {

  private final List<Channel> channels = new ArrayList<>();
  private final List<Pattern> redact = new ArrayList<>();
  private Map<String, String> environment = System.getenv();
  private System.Logger logger = System.getLogger("dev.mulligan");
  private Optional<RetryRate> watched = Optional.empty();
  private Optional<RetryBudget> budget = Optional.empty();
  private boolean countsCalls;

  MulliganBuilder() {}

  /**
   * Adds a notification channel, as an Apprise URL or a native one. A URL that cannot be parsed is
   * logged and ignored.
   *
   * @param url may contain secrets; they are masked wherever the URL is shown
   * @param tags none for a channel that receives notifications without tags
   */
  public MulliganBuilder channel(String url, String... tags) {
    channels.add(new Channel(url, Set.of(tags)));
    return this;
  }

  /** Ignores the channels of the environment variables. */
  public MulliganBuilder withoutEnvironment() {
    environment = Map.of();
    return this;
  }

  /**
   * Masks matches of this pattern in the log and in notifications, in addition to passwords, tokens
   * and card numbers.
   */
  public MulliganBuilder redact(Pattern secret) {
    redact.add(secret);
    return this;
  }

  /** Sets the target of the log; {@code System.getLogger("dev.mulligan")} by default. */
  public MulliganBuilder logger(System.Logger target) {
    logger = target;
    return this;
  }

  /**
   * Includes calls that succeed at once in the statistics; this costs some nanoseconds per call.
   */
  public MulliganBuilder countCalls() {
    countsCalls = true;
    return this;
  }

  /**
   * Sends a performance alert when an operation exceeds this rate of retries.
   *
   * @param retries 1 or more
   * @param per more than zero and at most 292 years
   * @throws IllegalArgumentException for a number out of its range
   */
  public MulliganBuilder alertAbove(int retries, Duration per) {
    watched = Optional.of(new RetryRate(retries, per));
    return this;
  }

  /**
   * Limits the retries of all {@link Retry} objects of this instance together: each failed attempt
   * takes a token, and calls are retried only while more than half of the tokens are left (gRPC
   * A6). It keeps retries from making an outage worse. A call that is not retried for this reason
   * ends with {@code budgetSpent}, and the log says once that the budget is spent. By default there
   * is no budget: every call makes the attempts of its own settings.
   *
   * @param limit such as {@link RetryBudget#DEFAULT}, the budget of the agent: 1,000 tokens, of
   *     which 10 return each second and a tenth with each successful attempt
   */
  public MulliganBuilder budget(RetryBudget limit) {
    budget = Optional.of(limit);
    return this;
  }

  /** Builds the instance. Starts no thread and opens no connection. */
  public Mulligan build() {
    Redactor redactor = new Redactor(redact);
    Log log = new Log(new LoggerStream(logger), Log.Level.DEBUG, redactor, Clock.systemUTC());
    NotificationService notifications =
        new NotificationService(
            new NotificationSettings(channels, redact, HttpSettings.DEFAULTS), environment, log);
    RetryEngine engine =
        RetryEngine.inRealTime(
            log, new FailureReports(() -> notifications, operation -> false, log));
    Mulligan made = new Mulligan(engine, notifications);
    if (budget.isPresent()) {
      engine.settings().protection(new StormProtection(budget, Map.of(), Set.of()));
    }
    engine.settings().retryRate(watched);
    engine.settings().countCalls(countsCalls);
    return made;
  }
}
