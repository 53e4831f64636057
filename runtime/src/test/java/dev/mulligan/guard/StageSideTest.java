package dev.mulligan.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.retry.FixedRandom;
import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.VirtualTime;
import dev.mulligan.retry.VirtualTimer;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls whose attempts return stages, with guards and without. */
@SuppressWarnings("FutureReturnValueIgnored") // each is settled by what the test does next
class StageSideTest {

  private static final Operation TRACK =
      new Operation("com.acme.Parcels.track", "track", Operation.Mode.RETRY);

  private final VirtualTime time = new VirtualTime();
  private final VirtualTimer timer = new VirtualTimer(time);
  private final LogCapture log = new LogCapture();
  private final RetryEngine engine =
      new RetryEngine(
          time, Clock.systemUTC(), time, timer, FixedRandom.MIDDLE, log.log(), call -> false);
  private final Strategy strategy = Strategies.simple().build();
  private final GuardedOperation unguarded =
      GuardedOperation.unguarded(engine, TRACK, strategy, false);
  private final List<CompletableFuture<Object>> attempts = new ArrayList<>();
  private boolean knowsIds = true;

  private GuardedOperation timed() {
    Optional<Duration> limit = Optional.of(Duration.ofMillis(100));
    GuardCatalog catalog = new GuardCatalog(engine, log.log());
    catalog.follow(
        Map.of(
            "track",
            new GuardSettings(
                limit, Optional.empty(), Optional.empty(), Optional.empty(), new Fallback.None())));
    return new GuardedOperation(
        catalog,
        catalog.of("track").orElseThrow(),
        TRACK,
        strategy,
        false,
        limit,
        TimeoutForm.TIMEOUT,
        new MethodFallback.None());
  }

  @Test
  void aCallWithNothingAroundItIsRetried() {
    CompletableFuture<Object> promised = new Parcels(unguarded).call();
    attempt().completeExceptionally(new IOException("1"));
    timer.elapse();
    attempt().complete("delivered");
    assertThat(promised).isCompletedWithValue("delivered");
    assertThat(attempts).hasSize(2);
  }

  @Test
  void ourOwnFailureIsReportedOnceAndTheCallEndsAsItsAttemptDid() {
    knowsIds = false;
    CompletableFuture<Object> promised = new Parcels(unguarded).call();
    IOException own = new IOException("the application's");
    attempt().completeExceptionally(own);
    assertThat(failure(promised)).isSameAs(own);
    assertThat(timer.count()).isZero();
    assertThat(log.lines())
        .containsExactly(
            "WARNING Mulligan itself failed while it handled com.acme.Parcels.track; the call"
                + " continues without retries: java.lang.IllegalStateException: no id");
  }

  @Test
  void whatCancellingAnAttemptThrowsIsIgnoredWhenItsTimeIsOver() {
    CompletableFuture<Object> promised = new Parcels(timed()).call();
    timer.elapse();
    timer.elapse();
    attempt().complete("delivered");
    assertThat(promised).isCompletedWithValue("delivered");
    assertThat(attempts).hasSize(2);
    assertThat(log.lines()).noneMatch(line -> line.contains("Mulligan itself"));
  }

  @Test
  void whatCancellingAnAttemptThrowsIsIgnoredWhenTheCallerCancels() {
    CompletableFuture<Object> promised = new Parcels(unguarded).call();
    promised.cancel(true);
    assertThat(failure(promised)).isInstanceOf(CancellationException.class);
    assertThat(((Stubborn) attempt()).asked).isTrue();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void anAttemptIsJudgedWithoutItsWrappersAndGivenWithThem() {
    CompletableFuture<Object> promised = new Parcels(unguarded).call();
    AssertionError bug = new AssertionError("no Exception, so not to be retried");
    Throwable wrapped = new CompletionException(new ExecutionException(bug));
    attempt().completeExceptionally(wrapped);
    assertThat(failure(promised)).isSameAs(wrapped);
    assertThat(timer.count()).isZero();
  }

  private CompletableFuture<Object> attempt() {
    return attempts.get(attempts.size() - 1);
  }

  private static @Nullable Throwable failure(CompletableFuture<Object> of) {
    return of.handle((value, failure) -> failure).getNow(null);
  }

  /** A future that only its maker may end. */
  private static final class Stubborn extends CompletableFuture<Object> {
    private boolean asked;

    @Override
    public boolean cancel(boolean interrupting) {
      asked = true;
      throw new AssertionError("not to be cancelled");
    }
  }

  /** An application whose only thread is the test's. */
  private final class Parcels extends StageSide<Object> {

    Parcels(GuardedOperation operation) {
      super(new AsyncExecution(operation), new CompletableFuture<>());
    }

    CompletableFuture<Object> call() {
      run();
      return promised();
    }

    @Override
    protected CompletionStage<?> makeAttempt() {
      CompletableFuture<Object> begun = new Stubborn();
      attempts.add(begun);
      return begun;
    }

    @Override
    protected Executor executor() {
      return Runnable::run;
    }

    @Override
    public CallId id() {
      if (!knowsIds) {
        throw new IllegalStateException("no id");
      }
      return engine.newId();
    }

    @Override
    public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
      settle(value, failure);
    }
  }
}
