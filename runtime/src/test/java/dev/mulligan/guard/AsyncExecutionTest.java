package dev.mulligan.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.guard.limit.GuardSnapshot;
import dev.mulligan.guard.settings.BulkheadSettings;
import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.guard.settings.Scope;
import dev.mulligan.guard.settings.Window;
import dev.mulligan.retry.FixedRandom;
import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.VirtualTime;
import dev.mulligan.retry.VirtualTimer;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guards around calls that hold no thread: nothing here runs but what a test lets run. */
@SuppressWarnings("FutureReturnValueIgnored") // each is settled by what the test does next
class AsyncExecutionTest {

  private static final Operation CHARGE =
      new Operation("com.acme.Gateway.charge", "charge", Operation.Mode.RETRY);
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = new VirtualTime();
  private final VirtualTimer timer = new VirtualTimer(time);
  private final LogCapture log = new LogCapture();
  private final RetryEngine engine =
      new RetryEngine(
          time, Clock.systemUTC(), time, timer, FixedRandom.MIDDLE, log.log(), call -> false);
  private final GuardCatalog catalog = new GuardCatalog(engine, log.log());
  private final Deque<CompletableFuture<Object>> attempts = new ArrayDeque<>();

  private Optional<Duration> timeout = Optional.empty();
  private Optional<CircuitBreakerSettings> breaker = Optional.empty();
  private Optional<RateLimitSettings> rateLimit = Optional.empty();
  private Optional<BulkheadSettings> bulkhead = Optional.empty();
  private MethodFallback substitute = new MethodFallback.None();
  private Strategy strategy = Strategies.simple().build();
  private boolean outermost = true;
  private @Nullable AsyncAttempt latest;

  private GuardedOperation guarded() {
    catalog.follow(
        Map.of(
            "charge",
            new GuardSettings(timeout, breaker, rateLimit, bulkhead, new Fallback.Value(null))));
    return new GuardedOperation(
        catalog,
        catalog.of("charge").orElseThrow(),
        CHARGE,
        strategy,
        !strategy.retryOnResult().isEmpty(),
        timeout,
        TimeoutForm.TIMEOUT,
        substitute);
  }

  /** Calls as woven code does. Each attempt's future is added to the attempts. */
  private CompletableFuture<Object> call() {
    AsyncExecution call = new AsyncExecution(guarded());
    Side side = new Side();
    switch (call.enter(() -> outermost)) {
      case RUN -> side.follow(call);
      case LATER -> call.enterLater(side);
      case RUN_UNGUARDED -> side.promised.complete("unguarded");
    }
    side.promised.whenComplete((value, failure) -> call.stop());
    return side.promised;
  }

  private CompletableFuture<Object> attempt() {
    return attempts.getLast();
  }

  private GuardSnapshot snapshot() {
    return Objects.requireNonNull(catalog.snapshots().get("charge"));
  }

  private GuardSnapshot.Bulkhead places() {
    return snapshot().bulkhead().orElseThrow();
  }

  private AsyncAttempt latest() {
    return Objects.requireNonNull(latest);
  }

  private static @Nullable Throwable failure(CompletableFuture<Object> of) {
    return of.handle((value, failure) -> failure).getNow(null);
  }

  @Test
  void anAttemptThatTakesTooLongIsCancelledAndRetried() {
    timeout = Optional.of(Duration.ofMillis(100));
    CompletableFuture<Object> promised = call();
    CompletableFuture<Object> first = attempt();
    timer.elapse();
    assertThat(first).isCancelled();
    assertThat(promised).isNotDone();
    timer.elapse();
    assertThat(attempts).hasSize(2);
    attempt().complete("paid");
    assertThat(promised).isCompletedWithValue("paid");
    assertThat(timer.count()).isZero();
    assertThat(snapshot().timeouts()).isEqualTo(1);
  }

  @Test
  void failsWithATimeoutExceptionWhenTheAttemptsAreUsedUp() {
    timeout = Optional.of(Duration.ofMillis(100));
    strategy = Strategies.simple().maxAttempts(1).build();
    CompletableFuture<Object> promised = call();
    timer.elapse();
    assertThat(failure(promised))
        .isExactlyInstanceOf(TimeoutException.class)
        .hasMessage("com.acme.Gateway.charge took longer than 100ms (rule 'charge')");
  }

  @Test
  void anAttemptInTimeLeavesNoAlarmBehind() {
    timeout = Optional.of(HOUR);
    CompletableFuture<Object> promised = call();
    attempt().complete("paid");
    assertThat(promised).isCompletedWithValue("paid");
    assertThat(timer.count()).isZero();
  }

  @Test
  void anAttemptThatHasAnsweredIsNotTimedAnyMore() {
    timeout = Optional.of(HOUR);
    CompletableFuture<Object> promised = call();
    assertThat(latest().answer()).isTrue();
    timer.elapse();
    assertThat(attempt()).isNotCancelled();
    assertThat(latest().answer()).isTrue();
    attempt().complete("all of it");
    assertThat(promised).isCompletedWithValue("all of it");
    assertThat(snapshot().timeouts()).isZero();
  }

  @Test
  void anAnswerAfterItsTimeIsNone() {
    timeout = Optional.of(HOUR);
    call();
    AsyncAttempt late = latest();
    timer.elapse();
    assertThat(late.answer()).isFalse();
    assertThat(late.succeed()).isFalse();
  }

  @Test
  void whatFailsAfterItsCallerHadAPartIsNeitherRetriedNorReplaced() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.CALL));
    breaker =
        Optional.of(new CircuitBreakerSettings(100, new Window.Calls(1), HOUR, 1, Scope.ATTEMPT));
    substitute = new MethodFallback.Value("instead");
    CompletableFuture<Object> promised = call();
    latest().answer();
    IOException halfway = new IOException("halfway");
    latest().failForGood(halfway);
    assertThat(failure(promised)).isSameAs(halfway);
    assertThat(state()).isEqualTo("open");
    assertThat(places().running()).isZero();
    assertThat(timer.count()).isZero();
    assertThat(snapshot().fallbacks()).isZero();
    assertThat(figures().ended(EndReason.EXCEPTION_NOT_RETRYABLE)).isEqualTo(1);
  }

  @Test
  void anAttemptThatHasSucceededGivesItsPlaceBackOnce() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    CompletableFuture<Object> promised = call();
    assertThat(latest().succeed()).isTrue();
    assertThat(places().running()).isZero();
    assertThat(latest().succeed()).isFalse();
    promised.cancel(true);
    attempt().complete("late");
    assertThat(places().running()).isZero();
    call();
    assertThat(failure(call())).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void theBreakerHearsOfEachAttemptWhenThatIsComplete() {
    breaker =
        Optional.of(new CircuitBreakerSettings(100, new Window.Calls(2), HOUR, 1, Scope.ATTEMPT));
    CompletableFuture<Object> promised = call();
    assertThat(state()).isEqualTo("closed");
    attempt().completeExceptionally(new CompletionException(new IOException("1")));
    assertThat(state()).isEqualTo("closed");
    timer.elapse();
    IOException last = new IOException("2");
    attempt().completeExceptionally(last);
    assertThat(state()).isEqualTo("open");
    assertThat(failure(promised)).isSameAs(last);
    assertThat(failure(call()))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("its circuit breaker is open");
    assertThat(attempts).hasSize(2);
  }

  private String state() {
    return snapshot().circuitBreaker().orElseThrow().state();
  }

  @Test
  void theRateLimitLetsACallWaitOnTheTimer() {
    rateLimit = Optional.of(new RateLimitSettings(1, HOUR, Duration.ofHours(2), Scope.ATTEMPT));
    call();
    CompletableFuture<Object> second = call();
    assertThat(attempts).hasSize(1);
    assertThat(timer.count()).isEqualTo(1);
    timer.elapse();
    assertThat(attempts).hasSize(2);
    attempt().complete("paid");
    assertThat(second).isCompletedWithValue("paid");
  }

  @Test
  void theRateLimitRefusesWhatMustNotWait() {
    rateLimit = Optional.of(new RateLimitSettings(1, HOUR, Duration.ZERO, Scope.ATTEMPT));
    call();
    assertThat(failure(call())).isExactlyInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aRetryThatTheRateLimitRefusesIsNotMade() {
    rateLimit = Optional.of(new RateLimitSettings(1, HOUR, Duration.ZERO, Scope.ATTEMPT));
    CompletableFuture<Object> promised = call();
    IOException first = new IOException("1");
    attempt().completeExceptionally(first);
    timer.elapse();
    assertThat(failure(promised)).isSameAs(first);
    assertThat(attempts).hasSize(1);
    assertThat(figures().ended(EndReason.REFUSED)).isEqualTo(1);
  }

  @Test
  void aWaitingCallGetsThePlaceThatAnotherLeaves() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    CompletableFuture<Object> first = call();
    CompletableFuture<Object> second = call();
    assertThat(attempts).hasSize(1);
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 1, 1, 0));
    attempt().complete("first");
    assertThat(first).isCompletedWithValue("first");
    assertThat(attempts).hasSize(2);
    assertThat(timer.count()).isZero();
    attempt().complete("second");
    assertThat(second).isCompletedWithValue("second");
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 0, 0, 0));
  }

  @Test
  void whoeverWaitsTooLongForAPlaceIsRefusedAndTakesNone() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    call();
    CompletableFuture<Object> second = call();
    timer.elapse();
    assertThat(failure(second))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("its bulkhead of 1 is full");
    attempt().complete("first");
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 0, 0, 1));
  }

  @Test
  void cancellingGivesThePlaceBackOnce() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    CompletableFuture<Object> promised = call();
    promised.cancel(true);
    assertThat(attempt()).isCancelled();
    assertThat(places().running()).isZero();
    call();
    assertThat(places().running()).isEqualTo(1);
    assertThat(failure(call())).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void cancellingACallThatWaitsForAPlaceFreesAll() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    call();
    call().cancel(true);
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 1, 0, 0));
    assertThat(timer.count()).isZero();
    attempt().complete("first");
    assertThat(attempts).hasSize(1);
    assertThat(places().running()).isZero();
  }

  @Test
  void cancellingARetryThatWaitsForAPlaceFreesAll() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    CompletableFuture<Object> promised = call();
    attempt().completeExceptionally(new IOException("1"));
    CompletableFuture<Object> other = call();
    timer.elapse();
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 1, 1, 0));
    promised.cancel(true);
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 1, 0, 0));
    attempt().complete("other");
    assertThat(other).isCompletedWithValue("other");
    assertThat(figures().ended(EndReason.CANCELLED)).isEqualTo(1);
    assertThat(figures().inFlight()).isZero();
  }

  @Test
  void cancellingDuringTheBackOffLeavesTheCallsBulkhead() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.CALL));
    CompletableFuture<Object> promised = call();
    attempt().completeExceptionally(new IOException("1"));
    assertThat(places().running()).isEqualTo(1);
    promised.cancel(true);
    assertThat(places().running()).isZero();
    assertThat(timer.count()).isZero();
  }

  @Test
  void aFailedAttemptGivesItsPlaceBackBeforeTheBackOff() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    call();
    attempt().completeExceptionally(new IOException("1"));
    assertThat(places().running()).isZero();
  }

  @Test
  void aCallInsideOfItselfRunsWithoutAPlace() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    call();
    outermost = false;
    assertThat(call()).isCompletedWithValue("unguarded");
    attempt().complete("outer");
    assertThat(places().running()).isZero();
  }

  @Test
  void whoeverWaitsForAPlaceWhenTheAgentLeavesIsLetIn() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    call();
    CompletableFuture<Object> first = attempt();
    CompletableFuture<Object> second = call();
    engine.close();
    assertThat(attempts).hasSize(2);
    first.complete("first");
    attempt().complete("second");
    assertThat(second).isCompletedWithValue("second");
    assertThat(places()).isEqualTo(new GuardSnapshot.Bulkhead(1, 0, 0, 0));
  }

  @Test
  void tenThousandWaitingCallsThatABreakerRefusesNeedNoStackEach() {
    bulkhead = Optional.of(new BulkheadSettings(1, HOUR, Scope.ATTEMPT));
    breaker =
        Optional.of(new CircuitBreakerSettings(100, new Window.Calls(1), HOUR, 1, Scope.ATTEMPT));
    strategy = Strategies.simple().maxAttempts(1).build();
    call();
    List<CompletableFuture<Object>> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(call());
    }
    attempt().completeExceptionally(new IOException("down"));
    assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(places().running()).isZero();
    assertThat(places().waiting()).isZero();
  }

  @Test
  void theFallbackStandsInForAFailureATimeOutAndARefusal() {
    substitute = new MethodFallback.Value("instead");
    timeout = Optional.of(Duration.ofMillis(100));
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    strategy = Strategies.simple().maxAttempts(1).build();
    CompletableFuture<Object> late = call();
    assertThat(call()).isCompletedWithValue("instead");
    timer.elapse();
    assertThat(late).isCompletedWithValue("instead");
    CompletableFuture<Object> failed = call();
    attempt().completeExceptionally(new IOException("1"));
    assertThat(failed).isCompletedWithValue("instead");
    assertThat(snapshot().fallbacks()).isEqualTo(3);
  }

  @Test
  void theFallbackHidesNothingThatIsNoFailure() {
    substitute = new MethodFallback.Value("instead");
    CompletableFuture<Object> promised = call();
    Error bug = new AssertionError("a bug");
    attempt().completeExceptionally(bug);
    assertThat(failure(promised)).isSameAs(bug);
  }

  @Test
  void theFallbackMethodIsAskedAfterTheLastAttempt() {
    substitute = new MethodFallback.Method();
    strategy = Strategies.simple().maxAttempts(1).build();
    CompletableFuture<Object> promised = call();
    attempt().completeExceptionally(new IOException("1"));
    assertThat(promised).isCompletedWithValue("from the fallback method");
  }

  @Test
  void aPartOfTheWorkThatTheApplicationCancelsIsNotRetried() {
    bulkhead = Optional.of(new BulkheadSettings(1, Duration.ZERO, Scope.CALL));
    CompletableFuture<Object> promised = call();
    attempt().cancel(true);
    assertThatThrownBy(promised::join).isInstanceOf(CancellationException.class);
    assertThat(places().running()).isZero();
    assertThat(timer.count()).isZero();
  }

  private RetryStatistics.Snapshot figures() {
    return Objects.requireNonNull(engine.statistics().snapshots().get(CHARGE));
  }

  /** An application whose only thread is the test's. */
  private final class Side implements AsyncSide {
    private final CompletableFuture<Object> promised = new CompletableFuture<>();

    void follow(AsyncExecution call) {
      CompletableFuture<Object> first = newAttempt();
      AsyncAttempt attempt = call.follow(this, first);
      latest = attempt;
      first.whenComplete(attempt);
    }

    private CompletableFuture<Object> newAttempt() {
      CompletableFuture<Object> begun = new CompletableFuture<>();
      attempts.add(begun);
      return begun;
    }

    @Override
    public CallId id() {
      return engine.newId();
    }

    @Override
    public void dispatch(Runnable task) {
      task.run();
    }

    @Override
    public void run(AsyncAttempt attempt) {
      CompletableFuture<Object> begun = newAttempt();
      attempt.follows(begun);
      latest = attempt;
      begun.whenComplete(attempt);
    }

    @Override
    public void cancel(AsyncAttempt attempt) {
      if (attempt.future() instanceof CompletableFuture<?> begun) {
        begun.cancel(true);
      }
    }

    @Override
    public boolean isUnwanted() {
      return promised.isDone();
    }

    @Override
    public void settle(@Nullable Object value, @Nullable Throwable failure) {
      if (failure == null) {
        promised.complete(value);
      } else {
        promised.completeExceptionally(failure);
      }
    }

    @Override
    public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
      promised.complete("from the fallback method");
    }
  }
}
