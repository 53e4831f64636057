package dev.mulligan.agent;

import dev.mulligan.log.Log;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.redact.Redactor;
import dev.mulligan.report.FailureReports;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.listener.FailureNotice;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.wait.BusyThreads;
import dev.mulligan.retry.wait.Sleeper;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.weave.call.RehearsedCalls;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Calls that fail under each strategy of the rule file, and their notifications to each of its
 * channels, without an effect outside of this process: nothing is sent, stored, logged or counted.
 * It runs the real code, not a list of classes, so it cannot fall behind.
 */
final class RehearsedFailure {

  private static final String NAME = "rehearsal";
  private static final Operation OPERATION = new Operation(NAME, NAME, Operation.Mode.RETRY);
  private static final int MOST_STRATEGIES = 15;
  private static final int ATTEMPTS = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(1);
  private static final Duration DELIVERY = Duration.ofSeconds(20);

  private final Session session;

  RehearsedFailure(Session session) {
    this.session = session;
  }

  /** Returns what could not be used. */
  List<String> run() {
    List<String> problems = new CopyOnWriteArrayList<>();
    RuleFile file = session.rules();
    Log silent = silentLog(file);
    BusyThreads unused = session.engine().busyThreads(); // creates the engine's parts
    NotificationService service = session.notifier().get();
    try (NotificationService apart =
        service.rehearsal(
            System.getenv(), silent, failure -> problems.add(String.valueOf(failure)))) {
      Sample sample = new Sample(new FailureReports(() -> apart, any -> false, silent));
      for (Strategy strategy : strategies(file)) {
        rehearse(sample, silent, calls -> calls.fail(OPERATION, strategy));
        rehearse(sample, silent, calls -> calls.failLater(OPERATION, withoutPauses(strategy)));
      }
      int lost = apart.close(DELIVERY);
      if (lost > 0) {
        problems.add(lost + " notifications were not rendered");
      }
      sample
          .last()
          .ifPresentOrElse(
              call -> {
                if (!service.rehearseOutbox(FailureNotice.of(call))) {
                  problems.add("the outbox cannot be used");
                }
              },
              () -> problems.add("no call was reported"));
    }
    return problems;
  }

  private void rehearse(FailureListener listener, Log silent, Consumer<RehearsedCalls> calls) {
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    try (RetryEngine apart =
        new RetryEngine(
            System::nanoTime,
            Clock.systemUTC(),
            new ShortSleeper(Sleeper.inRealTime()),
            random,
            silent,
            listener)) {
      calls.accept(session.weaving().rehearsal(apart, silent));
    }
  }

  /** Those of the rules, and one that retries and reports for certain. */
  private static Collection<Strategy> strategies(RuleFile file) {
    Map<String, Strategy> all = new LinkedHashMap<>();
    for (Rule rule : file.rules()) {
      if (all.size() < MOST_STRATEGIES) {
        all.putIfAbsent(rule.strategy().name(), brief(rule.strategy(), rule.strategy().retryOn()));
      }
    }
    List<Strategy> strategies = new ArrayList<>(all.values());
    if (!file.rules().isEmpty()) {
      List<ExceptionCondition> any = List.of(ExceptionCondition.ofType(Exception.class.getName()));
      strategies.add(brief(file.rules().get(0).strategy(), any));
    }
    return strategies;
  }

  private static Strategy brief(Strategy strategy, List<ExceptionCondition> retryOn) {
    OnFailure onFailure = strategy.onFailure();
    return new Strategy(
        strategy.name(),
        ATTEMPTS,
        strategy.maxDuration(),
        strategy.backoff(),
        strategy.jitter(),
        retryOn,
        List.of(),
        strategy.retryOnResult(),
        strategy.delayFrom(),
        new OnFailure(
            true,
            NotificationType.CRITICAL,
            onFailure.severity(),
            TagSelection.parse("all"),
            onFailure.context()));
  }

  /** The timer of calls that hold no thread waits as long as the strategy says. */
  private static Strategy withoutPauses(Strategy strategy) {
    return new Strategy(
        strategy.name(),
        strategy.maxAttempts(),
        strategy.maxDuration(),
        new Backoff.Fixed(LONGEST_PAUSE),
        strategy.jitter(),
        strategy.retryOn(),
        strategy.abortOn(),
        strategy.retryOnResult(),
        strategy.delayFrom(),
        strategy.onFailure());
  }

  private static Log silentLog(RuleFile file) {
    return new Log(
        new PrintStream(OutputStream.nullOutputStream()),
        Log.Level.DEBUG,
        new Redactor(file.notifications().redact()),
        Clock.systemUTC());
  }

  /** Does not wait as long as the strategies say. */
  private record ShortSleeper(Sleeper sleeper) implements Sleeper {
    @Override
    public boolean sleep(Duration duration) throws InterruptedException {
      return sleeper.sleep(duration.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : duration);
    }

    @Override
    public void endAll() {
      sleeper.endAll();
    }
  }

  /** Keeps the last reported call. */
  private static final class Sample implements FailureListener {
    private final FailureListener next;
    private @Nullable FailedCall last;

    Sample(FailureListener next) {
      this.next = next;
    }

    Optional<FailedCall> last() {
      return Optional.ofNullable(last);
    }

    @Override
    public boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
      return next.countsRepeat(operation, task, failure);
    }

    @Override
    public boolean failed(FailedCall call) {
      last = call;
      boolean accepted = next.failed(call);
      next.recovered(call.operation(), call.task());
      return accepted;
    }
  }
}
