package dev.mulligan.retry;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryLogTest {

  private final EngineBench bench = new EngineBench();

  @Test
  void saysEachRetryAndTheEnd() {
    Strategy strategy = Strategies.simple().backoff(new Backoff.Fixed(ofMillis(2_500))).build();
    bench.failure(
        strategy,
        Flaky.throwing(new IOException("one"), new IOException(), new IOException("three")));
    assertThat(bench.log.lines())
        .containsExactly(
            "INFO Retrying com.acme.PaymentGateway.charge after 2.5s (attempt 2/3):"
                + " java.io.IOException: one",
            "INFO Retrying com.acme.PaymentGateway.charge after 2.5s (attempt 3/3):"
                + " java.io.IOException",
            "WARNING Operation com.acme.PaymentGateway.charge failed after 3 attempts, sending"
                + " notification");
  }

  @Test
  void endsEachLineOfACallWithTheBeginningOfItsId() {
    bench.failure(
        Strategies.simple().build(),
        Flaky.throwing(new IOException("one"), new IOException("two"), new IOException("three")));
    String id = bench.told.get(0).id().toString();
    assertThat(bench.log.linesWithIds())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).endsWith(" [call " + id.substring(0, 8) + "]"));
  }

  @Test
  void saysNoTotalWhereAttemptsAreUnlimited() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(Strategy.UNLIMITED)
            .maxDuration(ofSeconds(90))
            .backoff(new Backoff.Fixed(ofSeconds(90)))
            .build();
    bench.failure(strategy, Flaky.throwing(new IOException("one"), new IOException("two")));
    assertThat(bench.log.lines())
        .containsExactly(
            "INFO Retrying com.acme.PaymentGateway.charge after 1m 30s (attempt 2):"
                + " java.io.IOException: one",
            "WARNING Operation com.acme.PaymentGateway.charge failed after 2 attempts"
                + " (maxDurationReached), sending notification");
  }

  @Test
  void saysNothingOfANotificationThatNobodyGets() {
    String plain = "WARNING Operation com.acme.PaymentGateway.charge failed after 1 attempt";
    Strategy strategy = Strategies.simple().maxAttempts(1).build();
    bench.withoutChannels().failure(strategy, Flaky.throwing(new IOException()));
    assertThat(bench.log.lines()).containsExactly(plain);

    EngineBench silent = new EngineBench();
    silent.failure(
        Strategies.simple().maxAttempts(1).silent().build(), Flaky.throwing(new IOException()));
    assertThat(silent.log.lines()).containsExactly(plain);
  }

  @Test
  void saysWhenACallRecovers() throws Exception {
    bench.call(Strategies.simple().build(), Flaky.throwing(new IOException("one")));
    assertThat(bench.log.lines())
        .last()
        .isEqualTo("DEBUG Operation com.acme.PaymentGateway.charge succeeded at attempt 2");
  }

  @Test
  void cutsAnEndlessMessage() {
    bench.failure(
        Strategies.simple().maxAttempts(2).backoff(new Backoff.Fixed(Duration.ZERO)).build(),
        Flaky.throwing(new IOException("x".repeat(1_000_000)), new IOException()));
    assertThat(bench.log.lines().get(0))
        .startsWith("INFO Retrying com.acme.PaymentGateway.charge after 0s (attempt 2/2): java.io")
        .hasSizeLessThan(1_200);
  }

  @Test
  void namesTheClassOfAnExceptionThatCanNotSayWhatItIs() {
    Exception mute =
        new Exception() {
          @Override
          public String getMessage() {
            throw new UnsupportedOperationException();
          }
        };
    bench.failure(Strategies.simple().maxAttempts(2).build(), Flaky.throwing(mute, mute));
    assertThat(bench.log.lines().get(0))
        .endsWith(
            "(attempt 2/2): "
                + mute.getClass().getName()
                + " (its toString throws java.lang.UnsupportedOperationException)");
  }
}
