package dev.mulligan.retry;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class RetryAfterHintTest {

  private static final ResultCondition BUSY =
      new ResultCondition.Property(new PropertyTest("code", new ValueTest.Is(503)));

  private final EngineBench bench = new EngineBench();
  private final RetryAfterHint retryAfter =
      new RetryAfterHint(Clock.fixed(EngineBench.NOW, ZoneOffset.UTC), bench.log.log());

  @Test
  void okHttpsAnswerIsReadAndLengthensTheBackOff() throws Exception {
    assertThat(sleepAfter(Answers.okHttp(503, "7"), Strategies.simple())).isEqualTo(ofSeconds(7));
  }

  @Test
  void aShorterHintDoesNotShortenTheBackOff() throws Exception {
    Strategies.Builder slow = Strategies.simple().backoff(new Backoff.Fixed(ofSeconds(9)));
    assertThat(sleepAfter(Answers.okHttp(503, "7"), slow)).isEqualTo(ofSeconds(9));
  }

  @Test
  void aMalformedHintLeavesTheBackOff() throws Exception {
    assertThat(sleepAfter(Answers.okHttp(503, "Thu, 99 Foo"), Strategies.simple()))
        .isEqualTo(ofSeconds(1));
  }

  @Test
  void aHintOfACenturyIsCutToAnHour() throws Exception {
    assertThat(sleepAfter(Answers.okHttp(503, "3153600000"), Strategies.simple()))
        .isEqualTo(ofHours(1));
    assertThat(
            sleepAfter(Answers.okHttp(503, "Sun, 01 Mar 2126 12:00:00 GMT"), Strategies.simple()))
        .isEqualTo(ofSeconds(1)); // a Friday: the date is malformed
    assertThat(
            sleepAfter(Answers.okHttp(503, "Fri, 01 Mar 2126 12:00:00 GMT"), Strategies.simple()))
        .isEqualTo(ofHours(1));
  }

  @Test
  void aHintBeyondTheMaxDurationEndsTheCallAtOnce() throws Exception {
    Response answer = Answers.okHttp(503, "3153600000");
    Strategy strategy =
        Strategies.simple()
            .retryOnResult(BUSY)
            .delayFromRetryAfter()
            .maxDuration(ofMinutes(10))
            .build();
    assertThat(bench.call(strategy, () -> answer)).isSameAs(answer);
    assertThat(bench.time.sleeps()).isEmpty();
    assertThat(bench.told.get(0).endReason()).isEqualTo(EndReason.MAX_DURATION_REACHED);
  }

  @Test
  void aHintWithinALongMaxDurationIsHonouredInFull() throws Exception {
    assertThat(
            sleepAfter(Answers.okHttp(503, "10800"), Strategies.simple().maxDuration(ofHours(4))))
        .isEqualTo(ofHours(3));
  }

  @Test
  void withoutDelayFromTheHintIsNotRead() throws Exception {
    Strategy strategy = Strategies.simple().maxAttempts(2).retryOnResult(BUSY).build();
    bench.call(strategy, () -> Answers.okHttp(503, "7"));
    assertThat(bench.time.sleeps()).containsExactly(ofSeconds(1));
  }

  @Test
  void theJdksAnswerIsRead() throws Exception {
    assertThat(retryAfter.of(Answers.jdk(503, "11"))).isEqualTo(ofSeconds(11));
  }

  @Test
  void otherObjectsAskForNothing() {
    assertThat(retryAfter.of("text")).isZero();
    assertThat(retryAfter.of(null)).isZero();
    assertThat(retryAfter.of(new IOException())).isZero();
    assertThat(bench.log.lines()).isEmpty();
  }

  private Duration sleepAfter(Response answer, Strategies.Builder strategy) throws Exception {
    EngineBench fresh = new EngineBench();
    fresh.call(
        strategy.maxAttempts(2).retryOnResult(BUSY).delayFromRetryAfter().build(), () -> answer);
    return fresh.time.sleeps().get(0);
  }
}
