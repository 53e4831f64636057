package dev.mulligan.retry.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.Answers;
import dev.mulligan.retry.EngineBench;
import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.RetryAfterHint;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in strategy api-call on what the real clients return and throw. */
class WellKnownClientsTest {

  private final LogCapture log = new LogCapture();
  private final Conditions conditions = new Conditions(log.log());
  private final Strategy apiCall =
      Objects.requireNonNull(BuiltInStrategies.byName().get("api-call"));

  @AfterEach
  void nothingWasComplainedAbout() {
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503, 599})
  void retriesATransientStatus(int status) throws Exception {
    assertThat(Answers.returned(status, "1"))
        .allSatisfy(answer -> assertThat(conditions.fitting(apiCall, answer)).isPresent());
    assertThat(Answers.thrown(status, "1")).allMatch(e -> conditions.retriesException(apiCall, e));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 422})
  void leavesALastingStatus(int status) throws Exception {
    assertThat(Answers.returned(status, "1"))
        .allSatisfy(answer -> assertThat(conditions.fitting(apiCall, answer)).isEmpty());
    assertThat(Answers.thrown(status, "1")).noneMatch(e -> conditions.retriesException(apiCall, e));
  }

  @Test
  void readsRetryAfterOfAllOfThem() throws Exception {
    RetryAfterHint retryAfter =
        new RetryAfterHint(Clock.fixed(EngineBench.NOW, ZoneOffset.UTC), log.log());
    assertThat(Answers.returned(503, "17"))
        .allSatisfy(
            answer ->
                assertThat(retryAfter.of(DelaySource.RETRY_AFTER, answer))
                    .isEqualTo(Duration.ofSeconds(17)));
    assertThat(Answers.thrown(503, "17"))
        .allSatisfy(
            thrown -> {
              assertThat(retryAfter.of(DelaySource.RETRY_AFTER, thrown))
                  .isEqualTo(Duration.ofSeconds(17));
              assertThat(retryAfter.of(DelaySource.RETRY_AFTER, new IllegalStateException(thrown)))
                  .isEqualTo(Duration.ofSeconds(17));
            });
  }
}
