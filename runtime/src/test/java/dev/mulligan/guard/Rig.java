package dev.mulligan.guard;

import dev.mulligan.guard.limit.GuardSnapshot;
import dev.mulligan.guard.settings.BulkheadSettings;
import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.log.Log;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.wait.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A rule with guards, and what the woven code does with it, without the weaving. */
public final class Rig implements AutoCloseable {

  static final Operation CHARGE =
      new Operation("com.acme.Gateway.charge", "charge", Operation.Mode.RETRY);

  private final List<Duration> sleeps = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final RetryEngine engine;
  private final GuardCatalog catalog;
  private GuardSettings settings = GuardSettings.NONE;
  private Strategy strategy = strategy(3, List.of(), "java.lang.Exception");
  private TimeoutForm timeoutForm = TimeoutForm.COMPLETION;
  private MethodFallback substitute = new MethodFallback.None();
  private boolean outermost = true;
  private boolean callInterruptedWhileAsleep;

  public Rig() {
    Log lines =
        new Log(
            new PrintStream(log, true, StandardCharsets.UTF_8),
            Log.Level.INFO,
            text -> text,
            Clock.systemUTC());
    engine =
        new RetryEngine(
            System::nanoTime,
            Clock.systemUTC(),
            new NoSleep(),
            new Random(1),
            lines,
            call -> false);
    catalog = new GuardCatalog(engine, lines);
  }

  /** What an application's method does in an attempt. */
  public interface Body extends Callable<@Nullable Object> {}

  public static Strategy strategy(
      int attempts, List<ResultCondition> retryOnResult, String... retriedTypes) {
    List<ExceptionCondition> retryOn = new ArrayList<>();
    for (String type : retriedTypes) {
      retryOn.add(ExceptionCondition.ofType(type));
    }
    return new Strategy(
        "test",
        attempts,
        Optional.empty(),
        new Backoff.Fixed(Duration.ofSeconds(1)),
        new Jitter.None(),
        retryOn,
        List.of(),
        retryOnResult,
        Optional.empty(),
        new OnFailure(
            false,
            NotificationType.TASK_FAILURE,
            Optional.empty(),
            TagSelection.UNTAGGED,
            Map.of()));
  }

  public Rig with(Strategy other) {
    strategy = other;
    return this;
  }

  Rig with(TimeoutForm form) {
    timeoutForm = form;
    return this;
  }

  Rig with(MethodFallback other) {
    substitute = other;
    return this;
  }

  Rig timeout(Duration limit) {
    return guarded(
        new GuardSettings(
            Optional.of(limit),
            settings.circuitBreaker(),
            settings.rateLimit(),
            settings.bulkhead(),
            settings.fallback()));
  }

  public Rig breaker(CircuitBreakerSettings breaker) {
    return guarded(
        new GuardSettings(
            settings.timeout(),
            Optional.of(breaker),
            settings.rateLimit(),
            settings.bulkhead(),
            settings.fallback()));
  }

  public Rig rateLimit(RateLimitSettings limit) {
    return guarded(
        new GuardSettings(
            settings.timeout(),
            settings.circuitBreaker(),
            Optional.of(limit),
            settings.bulkhead(),
            settings.fallback()));
  }

  public Rig bulkhead(BulkheadSettings bulkhead) {
    return guarded(
        new GuardSettings(
            settings.timeout(),
            settings.circuitBreaker(),
            settings.rateLimit(),
            Optional.of(bulkhead),
            settings.fallback()));
  }

  public Rig insideTheSameMethod() {
    outermost = false;
    return this;
  }

  /** As a reload does. */
  Rig guarded(GuardSettings newSettings) {
    settings = newSettings;
    catalog.follow(Map.of(CHARGE.rule(), settings));
    return this;
  }

  /** Calls as woven code does. */
  @Nullable
  public Object call(Body body) throws Throwable {
    GuardedOperation guarded =
        new GuardedOperation(
            catalog,
            catalog.of(CHARGE.rule()).orElseThrow(),
            CHARGE,
            strategy,
            !strategy.retryOnResult().isEmpty(),
            settings.timeout(),
            timeoutForm,
            substitute);
    GuardedCall call = new GuardedCall(guarded, engine.newId(), () -> outermost);
    boolean entered = !guarded.needsCallFromTheStart() && guarded.tryEnter();
    if (entered) {
      call.entered();
    }
    GuardDecision next = entered ? new GuardDecision.Run() : call.enter();
    if (next instanceof GuardDecision.RunUnguarded) {
      return body.call();
    }
    Attempt last = new Attempt(null, null);
    while (next instanceof GuardDecision.Run) {
      last = Attempt.of(body);
      next = last.thrown == null ? call.returned(last.result) : call.thrown(last.thrown);
    }
    return last.end(next);
  }

  private record Attempt(@Nullable Object result, @Nullable Throwable thrown) {

    static Attempt of(Body body) {
      try {
        return new Attempt(body.call(), null);
      } catch (Throwable thrown) {
        return new Attempt(null, thrown);
      }
    }

    @Nullable Object end(GuardDecision next) throws Throwable {
      if (next instanceof GuardDecision.Throw end) {
        throw end.thrown();
      }
      if (next instanceof GuardDecision.Return end) {
        return end.value();
      }
      if (next instanceof GuardDecision.CallFallback) {
        return "from the fallback method";
      }
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }
  }

  public void interruptsTheNextSleep() {
    callInterruptedWhileAsleep = true;
  }

  public GuardSnapshot snapshot() {
    return catalog
        .snapshots()
        .getOrDefault(
            CHARGE.rule(),
            new GuardSnapshot(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0));
  }

  public GuardSnapshot.Breaker breaker() {
    return snapshot().circuitBreaker().orElseThrow();
  }

  public long ended(EndReason reason) {
    RetryStatistics.Snapshot statistics = engine.statistics().snapshots().get(CHARGE);
    return statistics == null ? 0 : statistics.ended(reason);
  }

  public List<Duration> sleeps() {
    return sleeps;
  }

  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  public void leave() {
    catalog.close();
    engine.close();
  }

  @Override
  public void close() {
    leave();
  }

  private final class NoSleep implements Sleeper {
    private volatile boolean ended;

    @Override
    public boolean sleep(Duration duration) throws InterruptedException {
      sleeps.add(duration);
      if (callInterruptedWhileAsleep) {
        throw new InterruptedException();
      }
      return !ended;
    }

    @Override
    public void endAll() {
      ended = true;
    }
  }
}
