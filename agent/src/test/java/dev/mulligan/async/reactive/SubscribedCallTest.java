package dev.mulligan.async.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.FallbackMethod;
import dev.mulligan.async.Form;
import dev.mulligan.async.Invocation;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.wait.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a subscriber gets when something of ours fails. */
class SubscribedCallTest {

  private static final String SOURCE = "the application's source";

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final AtomicReference<@Nullable Supplier<Object>> subscribe = new AtomicReference<>();
  private final AtomicReference<@Nullable Function<Throwable, Object>> afterFailure =
      new AtomicReference<>();
  private boolean tellsTime = true;

  private final RetryEngine engine =
      new RetryEngine(
          () -> {
            if (!tellsTime) {
              throw new IllegalStateException("no time");
            }
            return 0;
          },
          Clock.systemUTC(),
          Sleeper.inRealTime(),
          () -> {
            throw new IllegalStateException("no random number");
          },
          new Log(
              new PrintStream(logged, true, StandardCharsets.UTF_8),
              Log.Level.DEBUG,
              text -> text,
              Clock.systemUTC()),
          call -> false);

  @Test
  void theSubscriberGetsTheSourceItselfWhenTheCallCanNotBegin() {
    tellsTime = false;
    assertThat(subscribed()).isEqualTo(SOURCE);
    assertThat(logged())
        .containsOnlyOnce("Mulligan itself failed")
        .contains("com.acme.Rates.load; the call continues without retries")
        .contains("no time");
  }

  @Test
  void theSubscriberGetsTheApplicationsFailureWhenTheRetryFails() {
    assertThat(subscribed()).isEqualTo("steps");
    assertThat(Objects.requireNonNull(subscribe.get()).get()).isEqualTo(SOURCE);
    IOException failure = new IOException("the application's");
    assertThat(Objects.requireNonNull(afterFailure.get()).apply(failure)).isSameAs(failure);
    assertThat(logged()).containsOnlyOnce("Mulligan itself failed").contains("no random number");
  }

  private String logged() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  private Object subscribed() {
    Operation operation = new Operation("com.acme.Rates.load", "rates", Operation.Mode.RETRY);
    AsyncMethod method =
        new AsyncMethod(
            1,
            Form.MONO,
            GuardedOperation.unguarded(
                engine, operation, BuiltInStrategies.defaults("rates"), false),
            new FallbackMethod(null, Lookups.OWN),
            false);
    Invocation invocation =
        new Invocation(
            1,
            SubscribedCallTest.class,
            null,
            MethodHandles.constant(Object.class, SOURCE),
            new @Nullable Object[0]);
    return SubscribedCall.retrying(library(), method, invocation, SOURCE);
  }

  /** Every failure is its own signal and its own source. */
  @SuppressWarnings("unchecked")
  private Reactive library() {
    return (Reactive)
        Proxy.newProxyInstance(
            Reactive.class.getClassLoader(),
            new Class<?>[] {Reactive.class},
            (proxy, called, arguments) -> {
              switch (called.getName()) {
                case "defer" -> subscribe.set((Supplier<Object>) arguments[0]);
                case "retryWhen" -> afterFailure.set((Function<Throwable, Object>) arguments[1]);
                case "isStream" -> {
                  return false;
                }
                case "failing", "failingSignal" -> {
                  return arguments[0];
                }
                default -> {}
              }
              return "steps";
            });
  }
}
