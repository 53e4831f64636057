package dev.mulligan.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.guard.settings.Scope;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FallbackGuardTest {

  private final Rig rig = new Rig();
  private final AtomicInteger bodies = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
  }

  private Object failing() throws IOException {
    bodies.incrementAndGet();
    throw new IOException("503");
  }

  private void fallsBackTo(MethodFallback substitute) {
    rig.with(substitute)
        .guarded(
            new GuardSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Fallback.Method("x")));
  }

  @Test
  void givesTheValueWhenTheAttemptsAreUsedUp() throws Throwable {
    fallsBackTo(new MethodFallback.Value(7L));
    assertThat(rig.call(this::failing)).isEqualTo(7L);
    assertThat(bodies).hasValue(3);
    assertThat(rig.snapshot().fallbacks()).isEqualTo(1);
  }

  @Test
  void givesNullToo() throws Throwable {
    fallsBackTo(new MethodFallback.Value(null));
    assertThat(rig.call(this::failing)).isNull();
  }

  @Test
  void callsTheMethodWhenTheAttemptsAreUsedUp() throws Throwable {
    fallsBackTo(new MethodFallback.Method());
    assertThat(rig.call(this::failing)).isEqualTo("from the fallback method");
  }

  @Test
  void doesNotHideWhatIsNoFailure() {
    fallsBackTo(new MethodFallback.Value("x"));
    rig.with(Rig.strategy(3, List.of(), "java.io.IOException"));
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new IllegalArgumentException("a bug");
                    }))
        .hasMessage("a bug");
    assertThat(rig.snapshot().fallbacks()).isZero();
  }

  @Test
  void doesNotHideAnInterruptOrAnError() {
    fallsBackTo(new MethodFallback.Value("x"));
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new AssertionError("a bug");
                    }))
        .hasMessage("a bug");
  }

  @Test
  void standsInForAResultThatIsNotWantedAndClosesIt() throws Throwable {
    fallsBackTo(new MethodFallback.Value("instead"));
    AtomicInteger closed = new AtomicInteger();
    ResultCondition any =
        new ResultCondition.Value(new ValueTest.Matches(Pattern.compile("Lambda")));
    rig.with(Rig.strategy(2, List.of(any)));
    Object result = rig.call(() -> (AutoCloseable) closed::incrementAndGet);
    assertThat(result).isEqualTo("instead");
    assertThat(closed).hasValue(2);
  }

  @Test
  void standsInForARefusal() throws Throwable {
    fallsBackTo(new MethodFallback.Value("instead"));
    rig.rateLimit(new RateLimitSettings(1, Duration.ofHours(1), Duration.ZERO, Scope.ATTEMPT));
    rig.call(() -> "first");
    assertThat(rig.call(() -> "second")).isEqualTo("instead");
  }

  @Test
  void standsInForATimeout() throws Throwable {
    fallsBackTo(new MethodFallback.Value("instead"));
    rig.with(Rig.strategy(1, List.of(), "java.lang.Exception")).timeout(Duration.ofMillis(1));
    Object result =
        rig.call(
            () -> {
              new CountDownLatch(1).await();
              return "never";
            });
    assertThat(result).isEqualTo("instead");
  }
}
