package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.retry.listener.RetryRate;
import java.io.File;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the rule file's {@code agent} block.
 *
 * @param logLevel empty where not set
 * @param logFile empty where not set; relative to the process's working directory
 * @param logsToApplication whether lines go to the application's own log where possible
 * @param retryRateAlert the rate of retries of a method that causes a notification; empty where not
 *     set
 * @param metrics the settings of the metrics
 * @param reload the interval at which the rule file is checked for changes; empty for never
 */
public record AgentSettings(
    Optional<Log.Level> logLevel,
    Optional<File> logFile,
    boolean logsToApplication,
    Optional<RetryRate> retryRateAlert,
    MetricsSettings metrics,
    Optional<Duration> reload) {

  /** The shortest interval between two checks of the rule file. */
  public static final Duration SHORTEST_RELOAD = Duration.ofSeconds(1);

  public static final AgentSettings NONE =
      new AgentSettings(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          MetricsSettings.NONE,
          Optional.empty());
}
