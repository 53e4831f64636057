package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock.Reply;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call through Resilience4j with {@code retryOnResult}, with the function decorated once. */
public class Resilience4jAsk extends ResultPath {

  private final Function<Integer, @Nullable Reply> decorated =
      Retry.decorateFunction(
          Retry.of(
              "stock",
              RetryConfig.<Reply>custom()
                  .retryOnResult(ResultPath::isFailed)
                  .maxAttempts(3)
                  .waitDuration(Duration.ofMillis(1))
                  .build()),
          stock::ask);

  @Override
  @Nullable Reply ask(int article) {
    return decorated.apply(article);
  }
}
