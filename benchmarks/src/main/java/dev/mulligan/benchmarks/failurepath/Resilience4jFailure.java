package dev.mulligan.benchmarks.failurepath;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Function;

/**
 * A call through Resilience4j, with the function decorated once and a wait of zero milliseconds.
 */
public class Resilience4jFailure extends FailurePath {

  private final Function<Integer, Long> decorated =
      Retry.decorateFunction(
          Retry.of(
              "warehouse",
              RetryConfig.custom().maxAttempts(ATTEMPTS).waitDuration(Duration.ZERO).build()),
          warehouse::reserve);

  @Override
  long reserve(int article) {
    return decorated.apply(article);
  }
}
