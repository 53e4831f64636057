package dev.mulligan.retry;

import static dev.mulligan.retry.condition.ExceptionCondition.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObserveTest {

  private final EngineBench bench = new EngineBench();

  @Test
  void observeTellsWhatItWouldRetryAndChangesNothing() {
    IOException failure = new IOException("down");
    Flaky method = Flaky.throwing(failure);
    Strategy strategy = Strategies.simple().build();
    assertThat(bench.failure(EngineBench.observed(), strategy, method)).isSameAs(failure);
    assertThat(method.calls()).isEqualTo(1);
    assertThat(bench.time.sleeps()).isEmpty();
    assertThat(bench.told).isEmpty();
    assertThat(bench.log.lines())
        .containsExactly(
            "INFO Would retry com.acme.PaymentGateway.charge after 1s (attempt 2/3, observe):"
                + " java.io.IOException: down");
    assertThat(observed()).isEqualTo(1);
  }

  @Test
  void observeReturnsAResultThatItWouldRetryOpen() throws Exception {
    ResultRetryTest.Reply reply = new ResultRetryTest.Reply(503);
    Strategy strategy =
        Strategies.simple()
            .retryOnResult(
                new ResultCondition.Property(new PropertyTest("statusCode", new ValueTest.Is(503))))
            .build();
    assertThat(bench.call(EngineBench.observed(), strategy, () -> reply)).isSameAs(reply);
    assertThat(reply.isClosed()).isFalse();
    assertThat(observed()).isEqualTo(1);
  }

  @Test
  void observeCountsNothingThatWouldNotBeRetried() {
    Strategy io = Strategies.simple().retryOn(ofType("java.io.IOException")).build();
    Strategy once = Strategies.simple().maxAttempts(1).build();
    Strategy late = Strategies.simple().maxDuration(Duration.ofMillis(999)).build();
    bench.failure(EngineBench.observed(), io, Flaky.throwing(new IllegalStateException()));
    bench.failure(EngineBench.observed(), once, Flaky.throwing(new IOException()));
    bench.failure(EngineBench.observed(), late, Flaky.throwing(new IOException()));
    assertThat(observed()).isZero();
    assertThat(bench.log.lines()).isEmpty();
  }

  @Test
  void anOuterRuleRetriesWhatAnInnerOneOnlyObserves() {
    Flaky method = Flaky.throwing(new IOException(), new IOException(), new IOException());
    Strategy strategy = Strategies.simple().build();
    bench.failure(
        EngineBench.operation("outer"),
        strategy,
        () -> bench.call(EngineBench.observed(), strategy, method));
    assertThat(method.calls()).isEqualTo(3);
  }

  private long observed() {
    return Objects.requireNonNull(bench.engine.statistics().snapshots().get(EngineBench.observed()))
        .observed();
  }
}
