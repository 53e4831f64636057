package dev.mulligan.retry.delay;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.Answers;
import dev.mulligan.retry.EngineBench;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
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
    assertThat(retryAfter.of(DelaySource.RETRY_AFTER, Answers.jdk(503, "11")))
        .isEqualTo(ofSeconds(11));
  }

  @Test
  void otherObjectsAskForNothing() {
    assertThat(retryAfter.of(DelaySource.RETRY_AFTER, "text")).isZero();
    assertThat(retryAfter.of(DelaySource.RETRY_AFTER, null)).isZero();
    assertThat(retryAfter.of(DelaySource.RETRY_AFTER, new IOException())).isZero();
    assertThat(bench.log.lines()).isEmpty();
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // what older clients have
  void aPropertyOfTheResultIsReadInTheTermsThatItIsWrittenIn() {
    Instant later = EngineBench.NOW.plusSeconds(7);
    for (Object hint :
        new Object[] {
          7,
          7L,
          7.0,
          "7",
          "Sun, 01 Mar 2026 12:00:07 GMT",
          ofSeconds(7),
          Optional.of(7),
          OptionalLong.of(7),
          later,
          Date.from(later),
          later.atOffset(ZoneOffset.UTC)
        }) {
      assertThat(asked("retryAfter", hint)).as(hint.toString()).isEqualTo(ofSeconds(7));
    }
    assertThat(asked("retryAfterMillis", 7_000)).isEqualTo(ofSeconds(7));
    assertThat(asked("retryAfter", 0.5)).isEqualTo(Duration.ofMillis(500));
    assertThat(bench.log.lines()).isEmpty();
  }

  @Test
  void aPropertyThatAsksForNothingIsNoHint() {
    Instant past = EngineBench.NOW.minusSeconds(7);
    for (Object hint : new Object[] {-7, ofSeconds(-7), past, Optional.empty(), "soon"}) {
      assertThat(bench.log.lines()).isEmpty();
      assertThat(asked("retryAfter", hint)).as(hint.toString()).isZero();
    }
    assertThat(asked("retryAfter", null)).isZero();
  }

  @Test
  void aPropertyOfACauseIsRead() {
    Exception wrapped = new IllegalStateException(new RateLimited(9));
    assertThat(retryAfter.of(DelaySource.ofProperty("retryAfterSeconds"), wrapped))
        .isEqualTo(ofSeconds(9));
  }

  @Test
  void aPropertyThatIsNotThereIsSaidOnceButNotOfTheJdksExceptions() {
    DelaySource misspelt = DelaySource.ofProperty("retryAftr");
    assertThat(retryAfter.of(misspelt, new IOException())).isZero();
    assertThat(bench.log.lines()).isEmpty();
    assertThat(retryAfter.of(misspelt, new RateLimited(9))).isZero();
    assertThat(retryAfter.of(misspelt, new RateLimited(9))).isZero();
    assertThat(bench.log.lines())
        .containsExactly(
            "WARNING The server's retry hint cannot be read: "
                + RateLimited.class.getName()
                + " has no public 'retryAftr' to read");
  }

  @Test
  void aPropertyThatThrowsOrIsNoTimeIsSaidOnce() {
    assertThat(retryAfter.of(DelaySource.ofProperty("moody"), new RateLimited(9))).isZero();
    assertThat(asked("retryAfter", new Object())).isZero();
    assertThat(bench.log.lines())
        .containsExactly(
            "WARNING The server's retry hint cannot be read: getMoody of "
                + RateLimited.class.getName()
                + " throws java.lang.UnsupportedOperationException",
            "WARNING The server's retry hint cannot be read: 'retryAfter' of "
                + Reply.class.getName()
                + " is of class java.lang.Object, which is not a time to wait");
  }

  @Test
  void aPropertyOfACenturyIsCutToAnHour() throws Exception {
    Strategy strategy =
        Strategies.simple().maxAttempts(2).delayFromProperty("retryAfterSeconds").build();
    bench.failure(
        strategy,
        () -> {
          throw new RateLimited(Long.MAX_VALUE);
        });
    assertThat(bench.time.sleeps()).containsExactly(ofHours(1));
  }

  private Duration asked(String property, @Nullable Object hint) {
    return retryAfter.of(DelaySource.ofProperty(property), new Reply(hint, hint));
  }

  @SuppressWarnings("EffectivelyPrivate") // read by name
  public record Reply(@Nullable Object retryAfter, @Nullable Object retryAfterMillis) {}

  @SuppressWarnings({"EffectivelyPrivate", "DoNotCallSuggester", "unused"}) // read by name
  public static final class RateLimited extends Exception {
    private final long retryAfterSeconds;

    RateLimited(long retryAfterSeconds) {
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public long getRetryAfterSeconds() {
      return retryAfterSeconds;
    }

    public int getMoody() {
      throw new UnsupportedOperationException();
    }
  }

  private Duration sleepAfter(Response answer, Strategies.Builder strategy) throws Exception {
    EngineBench fresh = new EngineBench();
    fresh.call(
        strategy.maxAttempts(2).retryOnResult(BUSY).delayFromRetryAfter().build(), () -> answer);
    return fresh.time.sleeps().get(0);
  }
}
