package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.retry.listener.RetryRate;
import java.io.File;
import java.time.Duration;
import java.util.Optional;

/**
 * The rule file's {@code agent} block.
 *
 * @param logLevel when written
 * @param logFile when written, as written: relative to the process's working directory
 * @param retryRateAlert when written: from how many retries of a method on people are told
 * @param metrics where and what is counted
 * @param reload how often the rule file is looked at; empty for never
 */
public record AgentSettings(
    Optional<Log.Level> logLevel,
    Optional<File> logFile,
    Optional<RetryRate> retryRateAlert,
    MetricsSettings metrics,
    Optional<Duration> reload) {

  /** The shortest time between two looks at the rule file. */
  public static final Duration SHORTEST_RELOAD = Duration.ofSeconds(1);

  public static final AgentSettings NONE =
      new AgentSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          MetricsSettings.NONE,
          Optional.empty());
}
