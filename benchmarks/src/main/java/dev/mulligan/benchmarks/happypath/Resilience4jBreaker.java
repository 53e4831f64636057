package dev.mulligan.benchmarks.happypath;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Function;

/** A call through Resilience4j, with the function decorated once. */
public class Resilience4jBreaker extends BreakerPath {

  private final Function<Integer, Long> decorated =
      CircuitBreaker.decorateFunction(
          CircuitBreaker.of(
              "prices",
              CircuitBreakerConfig.custom()
                  .slidingWindowSize(WINDOW)
                  .minimumNumberOfCalls(WINDOW)
                  .failureRateThreshold(50)
                  .waitDurationInOpenState(Duration.ofHours(1))
                  .build()),
          prices::price);

  @Override
  long price(int article) {
    return decorated.apply(article);
  }
}
