package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock.Reply;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call through Failsafe with {@code handleResultIf} and one shared executor. */
public class FailsafeAsk extends ResultPath {

  private final FailsafeExecutor<Reply> executor =
      Failsafe.with(
          RetryPolicy.<Reply>builder()
              .handleResultIf(ResultPath::isFailed)
              .withMaxAttempts(3)
              .withDelay(Duration.ofMillis(1))
              .build());

  @Override
  @Nullable Reply ask(int article) {
    return executor.get(() -> stock.ask(article));
  }
}
