package dev.mulligan.benchmarks.happypath;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Function;

/** A call through Resilience4j, with the function decorated once. */
public class Resilience4jCall extends HappyPath {

  private final Function<Integer, Long> decorated =
      Retry.decorateFunction(
          Retry.of(
              "prices",
              RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(1)).build()),
          prices::price);

  @Override
  long price(int article) {
    return decorated.apply(article);
  }
}
